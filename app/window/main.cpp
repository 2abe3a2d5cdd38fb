// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/application.h"

int main(int argc, char **argv)
{
    return paceline::runWindow(argc, argv);
}
