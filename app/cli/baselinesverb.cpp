// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/baselinesverb.h"

#include "app/cli/exitstatus.h"
#include "app/cli/output.h"
#include "backends/catalogue/baselinecatalogue.h"
#include "backends/catalogue/baselinetext.h"
#include "backends/catalogue/citation.h"
#include "backends/catalogue/ownbaselines.h"

#include <QCoreApplication>
#include <QFile>

namespace paceline::cli {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(paceline::cli)
};

Result<OwnBaselines> readOwn(const QString &path)
{
    QFile file(path);
    const bool opened =
        path == QLatin1String("-") ? file.open(stdin, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly);
    if (!opened)
        return failure(ErrorKind::NotFound, QStringLiteral("%1: %2").arg(path, file.errorString()));
    return parseOwnBaselines(file.readAll());
}

QByteArray textOf(const Baseline &record, BaselineFormat format)
{
    switch (format) {
    case BaselineFormat::Csv:
        return baselineCsv(record);
    case BaselineFormat::CiteText:
        return citationText(record).toUtf8();
    case BaselineFormat::CiteBibtex:
        return citationBibtex(record).toUtf8();
    case BaselineFormat::JsonLines:
        break;
    }
    return baselineJson(record);
}

} // namespace

int printBaselines(const BaselinesOptions &options)
{
    const Result<BaselineSetPtr> catalogue = builtInBaselines();
    if (!catalogue) {
        printError(catalogue.error());
        return Failed;
    }
    BaselineSet records = **catalogue;
    bool isWhole = true;
    if (!options.own.isEmpty()) {
        const Result<OwnBaselines> own = readOwn(options.own);
        if (!own) {
            printError(own.error());
            return Failed;
        }
        for (const OwnBaselines::BadRow &bad : own->firstBadRows)
            printError(
                Texts::tr("%1: record %2 was left out because of %3.").arg(options.own).arg(bad.row).arg(bad.reason));
        if (own->badRows > 0)
            printError(Texts::tr("%1: %n record(s) were left out.", nullptr, int(own->badRows)).arg(options.own));
        isWhole = own->badRows == 0;
        records = records.with(own->records);
    }
    const std::vector<const Baseline *> found = records.matching(options.filter);
    if (found.empty()) {
        printError(Texts::tr("No record of the catalogue is like that."));
        return Failed;
    }
    if (options.format == BaselineFormat::Csv)
        printLine(baselineCsvHead());
    for (const Baseline *record : found)
        printLine(textOf(*record, options.format));
    return isWhole ? Ok : Partial;
}

} // namespace paceline::cli
