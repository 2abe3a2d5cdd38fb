// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/domain/mlperfrun.h"
#include "backends/parsers/logs/linesplitter.h"
#include "backends/parsers/logs/mlperfmark.h"

#include <QByteArrayView>

namespace paceline::logs {

/// The catalogue's name of a benchmark, whatever a submitter called it: "resnet", "mask" -> resnet50, maskrcnn.
QString mlperfBenchmark(const QString &name);

/// Reads one result log of MLPerf Training (0.5 and later) or HPC: bytes in, one run out. The first run_start and the
/// first run_stop count, whatever other ranks print after them; labels of launchers before the marks do not matter.
/// Source: the rules and loggers of MLCommons (training_policies, logging), and the logs of rounds 0.5 to 5.1.
class MlperfRunReader
{
public:
    /// benchmark: what the folder is called, for logs that do not say.
    explicit MlperfRunReader(QString benchmark = {});
    void feed(QByteArrayView bytes);
    /// The log has ended. Call once.
    MlperfRun finish();

private:
    struct Evaluation
    {
        double timeMs = 0;
        std::optional<double> value, epoch, samples, step;
        std::string metric;
        bool isError = false;
    };

    void readLine(std::string_view line);
    void take(const MlPerfMark &mark);
    void takeStop(const MlPerfMark &mark);
    void takeEvaluation(const MlPerfMark &mark);
    /// The one that ended the run; null when there is none.
    const Evaluation *decisive() const;
    std::optional<double> samples() const;
    MlperfOutcome outcome() const;

    LineSplitter m_splitter;
    MlPerfMark m_mark;
    MlperfRun m_run;
    QString m_folderName;
    std::vector<Evaluation> m_evaluations;
    std::optional<double> m_start, m_stop, m_target, m_firstTrainSamples, m_lastTrainSamples;
    std::optional<bool> m_isSuccess; ///< absent when run_stop does not say
};

} // namespace paceline::logs
