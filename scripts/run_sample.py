"""Open the window on a copy of the sample project; without a display, run the demo instead.

The copy in build/karabakh is kept, so that what you tag today is there tomorrow; delete it to start afresh.
"""

import sys
from pathlib import Path

from annotator.cli.window import has_display, open_window, run_demo

ROOT = Path(__file__).resolve().parent.parent
BUILD = ROOT / "build"
DEMO = BUILD / "demo"


def main() -> int:
    if not has_display():
        print(f"There is no display, so this runs `hashiya demo` into {DEMO.relative_to(ROOT)}.")
        print(*run_demo(DEMO), sep="\n")
        return 0
    from ui.sample import copy_to

    copy = copy_to(BUILD)
    print(
        f"The window is open on {copy.relative_to(ROOT)}, a copy of the sample project.", flush=True
    )
    return open_window(copy)


if __name__ == "__main__":
    sys.exit(main())
