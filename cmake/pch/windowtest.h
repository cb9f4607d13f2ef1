// Precompiled for the tests of the window.
#pragma once
#include "cmake/pch/window.h"

#include <QSignalSpy>
#include <QTest>
