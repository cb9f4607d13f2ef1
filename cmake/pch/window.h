// Precompiled for the window: the domain's, the widgets that most pages use, and the workbench.
#pragma once
#include "cmake/pch/domain.h"
#include "core/workbench/workbench.h"

#include <QAction>
#include <QApplication>
#include <QBoxLayout>
#include <QComboBox>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPointer>
#include <QTableView>
#include <QToolButton>
