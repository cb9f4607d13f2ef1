// Precompiled for the tests of the core.
#pragma once
#include "cmake/pch/domain.h"

#include <QTest>
