// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/models/baselinetable.h"

namespace paceline {

/// A record of a test: of MLPerf where it names a round.
struct SampleBaseline
{
    const char *id = "", *benchmark = "resnet50", *accelerator = "a100", *submitter = "NVIDIA", *round = "",
               *series = "";
    int accelerators = 8, year = 2021;
    double throughput = 20000;
    bool isOwn = false;

    Baseline make() const
    {
        Baseline record;
        record.id = QString::fromLatin1(id);
        record.kind = isOwn ? BaselineKind::Own : *round ? BaselineKind::MlperfTraining : BaselineKind::Paper;
        record.source.isOwn = isOwn;
        record.source.title = QStringLiteral("Title of %1").arg(record.id);
        if (year > 0)
            record.source.year = year;
        record.benchmark = QString::fromLatin1(benchmark);
        if (*accelerator) {
            record.acceleratorFamily = QString::fromLatin1(accelerator);
            record.accelerator = record.acceleratorFamily->toUpper();
        }
        record.accelerators = accelerators;
        record.precision = record.precisionKey = QStringLiteral("fp16");
        if (*series)
            record.series = QString::fromLatin1(series);
        if (*round) {
            record.mlperf.suite = QStringLiteral("MLPerf Training");
            record.mlperf.round = QString::fromLatin1(round);
            record.mlperf.submitter = QString::fromLatin1(submitter);
            record.metric = QStringLiteral("time_to_train");
            record.unit = QStringLiteral("minutes");
            record.value = 1e6 / throughput;
            record.mlperf.throughputMean = throughput;
            record.mlperf.throughputUnit = QStringLiteral("images/s");
        } else {
            record.source.name = QString::fromLatin1(submitter);
            record.metric = QStringLiteral("throughput");
            record.unit = QStringLiteral("images/s");
            record.value = throughput;
        }
        return record;
    }
};

inline BaselineTablePtr tableOf(const std::vector<SampleBaseline> &samples)
{
    std::vector<Baseline> records;
    for (const SampleBaseline &sample : samples)
        records.push_back(sample.make());
    return std::make_shared<const BaselineTable>(std::make_shared<const BaselineSet>(std::move(records)));
}

/// Six records: two curves of MLPerf, a paper's figure, and one of one's own.
inline BaselineTablePtr sampleTable()
{
    return tableOf({
        {.id = "a8", .round = "v1.0", .series = "a", .accelerators = 8, .throughput = 20000},
        {.id = "a64", .round = "v1.0", .series = "a", .accelerators = 64, .throughput = 140000},
        {.id = "h8",
         .accelerator = "h100",
         .submitter = "Dell",
         .round = "v3.0",
         .series = "h",
         .accelerators = 8,
         .year = 2023,
         .throughput = 48000},
        {.id = "h16",
         .accelerator = "h100",
         .submitter = "Dell",
         .round = "v3.0",
         .series = "h",
         .accelerators = 16,
         .year = 2023,
         .throughput = 90000},
        {.id = "p1",
         .benchmark = "bert",
         .accelerator = "v100",
         .submitter = "A paper",
         .accelerators = 1,
         .year = 0,
         .throughput = 50},
        {.id = "mine",
         .accelerator = "a100",
         .submitter = "",
         .accelerators = 4,
         .year = 2026,
         .throughput = 9000,
         .isOwn = true},
    });
}

} // namespace paceline
