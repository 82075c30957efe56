"""What every measure is made of, counted article by article; everything else only adds up."""
