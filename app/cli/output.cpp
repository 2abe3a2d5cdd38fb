// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/output.h"

#include "backends/core/text.h"
#include "widgets/format/describe.h"

#include <cstdio>

namespace paceline::cli {

void printLine(const QByteArray &line)
{
    fwrite(line.constData(), 1, std::size_t(line.size()), stdout);
    fputc('\n', stdout);
    fflush(stdout);
}

void printError(const QString &text)
{
    const QString line = displayText(QString(text).replace(u'\n', u' '));
    fprintf(stderr, "paceline-cli: %s\n", line.toUtf8().constData());
}

void printError(const Error &error, const QString &host)
{
    const ErrorText words = describe(error, host);
    QString line = words.what;
    if (!words.whatToDo.isEmpty())
        line += u' ' + words.whatToDo;
    if (!words.evidence.isEmpty())
        line += QStringLiteral(" (%1)").arg(words.evidence);
    printError(line);
}

} // namespace paceline::cli
