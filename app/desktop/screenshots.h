// Writes a picture of every screen, light and dark, at two window sizes: for the README, and to look at.
#pragma once
#include "core/base/error.h"

namespace duedesk {

class MainWindow;
class Workbench;

// PNG files "<screen>-<light|dark>-<width>x<height>.png" in `dir`, which is made. Leaves the window as it was.
Outcome writeScreenshots(MainWindow& window, Workbench& workbench, const QString& dir);

} // namespace duedesk
