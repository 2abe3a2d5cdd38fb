// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/format/verdicttext.h"

#include "backends/core/result.h"
#include "backends/core/text.h"
#include "backends/domain/batch.h"
#include "widgets/format/counts.h"
#include "widgets/format/describe.h"
#include "widgets/format/durations.h"
#include "widgets/format/jobtext.h"
#include "widgets/format/metrictext.h"
#include "widgets/format/statustext.h"
#include "widgets/format/units.h"

#include <QCoreApplication>
#include <cmath>

namespace paceline {

namespace {

using What = Statement::What;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(VerdictText)
};

QString number(double value)
{
    return formatNumber(value);
}

QString moment(double ms, qint64 nowMs)
{
    return formatMoment(qint64(ms), nowMs);
}

QString rate(const Statement &s, double value)
{
    return formatValue(value, curveUnit(s.texts.value(0)));
}

QString withReason(const QString &words, const QString &slurmReason)
{
    const QString reason = reasonText(slurmReason);
    return reason.isEmpty() ? words : Words::tr("%1: %2", "state: reason").arg(words, reason);
}

QString waiting(const Statement &s, qint64 nowMs)
{
    const QString words = withReason(Words::tr("waiting"), s.texts.value(0));
    if (std::isnan(s.a))
        return Words::tr("%1; no start estimated yet").arg(words);
    // Slurm computes the estimate now and then; one that has passed is no promise any more.
    return s.a > double(nowMs) ? Words::tr("%1; expected to start in %2 (%3)")
                                     .arg(words, formatDuration(qint64(s.a) - nowMs), moment(s.a, nowMs))
                               : Words::tr("%1; the estimated start has passed").arg(words);
}

QString ended(const Statement &s, qint64 nowMs)
{
    const auto state = JobState(int(s.a));
    QString words = stateText(state);
    const QString exit = s.texts.value(1);
    if (!exit.isEmpty() &&
        (state == JobState::Failed || (state == JobState::Completed && exit != QLatin1String("0:0"))))
        words += QStringLiteral(", ") + exitText(exit);
    return std::isnan(s.b) ? words : Words::tr("%1 at %2", "how and when a job ended").arg(words, moment(s.b, nowMs));
}

QString stateClause(const Statement &s, qint64 nowMs)
{
    switch (s.what) {
    case What::JobUnknown:
        return Words::tr("not in the queue: it ended long ago, or the number is wrong");
    case What::Waiting:
        return waiting(s, nowMs);
    case What::NeverStarts:
        return withReason(Words::tr("waits in vain"), s.texts.value(0));
    case What::Starting:
        return Words::tr("starting: the nodes are being made ready");
    case What::Suspended:
        return Words::tr("suspended by Slurm or an administrator");
    case What::Ended:
        return ended(s, nowMs);
    case What::Running:
        break;
    default:
        return {};
    }
    if (std::isnan(s.a))
        return Words::tr("running");
    return std::isnan(s.b)
               ? Words::tr("running for %1").arg(formatDuration(qint64(s.a)))
               : Words::tr("running %1 of %2").arg(formatDuration(qint64(s.a)), formatDuration(qint64(s.b)));
}

QString slower(const Statement &s, qint64 nowMs)
{
    const QString share = formatValue(std::round(100 * (1 - s.a / s.b)), Unit::Percent);
    return s.sinceMs > 0 ? Words::tr("%1 slower since %2").arg(share, moment(double(s.sinceMs), nowMs))
                         : Words::tr("%1 slower than before").arg(share);
}

/// With the setting that mends it: curves come late, and nothing else says so.
QString outputInBlocks(const Statement &s)
{
    const QString size = formatValue(s.a, Unit::Byte);
    const QString late =
        s.b >= 1000
            ? Words::tr("output is buffered and comes %1 at a time, every %2").arg(size, formatDuration(qint64(s.b)))
            : Words::tr("output is buffered and comes %1 at a time").arg(size);
    return Words::tr("%1 (PYTHONUNBUFFERED=1 or stdbuf -oL mends it)", "what happens with the output").arg(late);
}

/// "at 78 % of MLPerf v2.0 (Dell, 64 × A100)"
QString besidePublished(const Statement &s)
{
    const QString least = formatValue(std::round(100 * s.a), Unit::Percent),
                  most = formatValue(std::round(100 * s.b), Unit::Percent);
    const QString share =
        least == most ? least : Words::tr("%1 to %2").arg(formatNumber(std::round(100 * s.a), 3), most);
    const QString suite = displayText(s.texts.value(0), 40), publisher = displayText(s.texts.value(1), 40);
    QString scale = Words::tr("%1 × %2", "64 × A100").arg(s.texts.value(2), displayText(s.texts.value(3), 40));
    if (!publisher.isEmpty())
        scale = Words::tr("%1, %2", "publisher, 64 × A100").arg(publisher, scale);
    if (s.what == What::BeyondPublished)
        scale = Words::tr("%1, carried on from other scales").arg(scale);
    return suite.isEmpty() ? Words::tr("at %1 of the published rate (%2)").arg(share, scale)
                           : Words::tr("at %1 of %2 (%3)", "share, MLPerf v2.0, scale").arg(share, suite, scale);
}

QString trainingClause(const Statement &s, qint64 nowMs)
{
    switch (s.what) {
    case What::Learning:
        return Words::tr("learning, loss fell from %1 to about %2").arg(number(s.a), number(s.b));
    case What::NotLearning:
        return Words::tr("not learning, loss stays at %1 (%2 at the beginning)").arg(number(s.b), number(s.a));
    case What::LossRising:
        return Words::tr("loss is rising, %1 now and %2 at its best").arg(number(s.b), number(s.a));
    case What::LossNotANumber:
        return std::isnan(s.a) ? Words::tr("the loss is not a number any more")
                               : Words::tr("the loss is not a number since step %1").arg(formatCount(qint64(s.a)));
    case What::TooFewPoints:
        return Words::tr("too few points yet to judge the loss (%1)").arg(formatCount(qint64(s.a)));
    case What::NoCurves:
        return Words::tr("no known training format in the log, so no curves");
    case What::Throughput: // the median of the last records; the newest one stands in the plot's title
        return Words::tr("about %1", "a rate").arg(rate(s, s.a));
    case What::Slower:
        return slower(s, nowMs);
    case What::BesidePublished:
    case What::BeyondPublished:
        return besidePublished(s);
    case What::Progress:
        return Words::tr("step %1 of %2").arg(formatCount(qint64(s.a)), formatCount(qint64(s.b)));
    case What::EndsBeforeLimit:
        return std::isnan(s.b) ? Words::tr("ends about %1").arg(moment(s.a, nowMs))
                               : Words::tr("ends about %1, %2 before the limit")
                                     .arg(moment(s.a, nowMs), formatDuration(qint64(s.b)));
    case What::ReachesLimit:
        return Words::tr("will reach the time limit at step %1 of %2")
            .arg(formatCount(qint64(s.a)), formatCount(qint64(s.b)));
    case What::LimitNear:
        return Words::tr("%1 left before the time limit").arg(formatDuration(qint64(s.a)));
    case What::LimitAt:
        return Words::tr("time limit at %1").arg(moment(s.a, nowMs));
    case What::OutputInBlocks:
        return outputInBlocks(s);
    case What::NoOutput:
        return std::isnan(s.a) ? Words::tr("no output since %1").arg(moment(double(s.sinceMs), nowMs))
                               : Words::tr("no output since %1 (usually every %2)")
                                     .arg(moment(double(s.sinceMs), nowMs), formatDuration(qint64(s.a)));
    default:
        return {};
    }
}

QString nodesClause(const Statement &s, qint64 nowMs)
{
    const QString who = s.texts.size() == 1 ? displayText(s.texts.front(), 64) : QString();
    const QString count = Words::tr("%1 of %2", "3 of 8 nodes").arg(formatCount(qint64(s.a)), nodesText(qint64(s.b)));
    if (s.what == What::NodesIdle)
        return who.isEmpty() ? Words::tr("%1 idle").arg(count) : Words::tr("%1 is idle").arg(who);
    const QString since = s.sinceMs > 0 ? moment(double(s.sinceMs), nowMs) : QString();
    if (since.isEmpty())
        return who.isEmpty() ? Words::tr("%1 do not answer").arg(count) : Words::tr("%1 does not answer").arg(who);
    return who.isEmpty() ? Words::tr("%1 silent since %2").arg(count, since)
                         : Words::tr("%1 silent since %2").arg(who, since);
}

/// "GPU 3 of n017", of a text like "n017/3".
QString gpuName(const QString &text)
{
    const qsizetype slash = text.lastIndexOf(QLatin1Char('/'));
    return Words::tr("GPU %1 of %2", "number, node")
        .arg(displayText(text.mid(slash + 1), 40), displayText(text.left(slash), 64));
}

QString gpusClause(const Statement &s, qint64 nowMs)
{
    const bool isOne = s.texts.size() == 1;
    const QString who = isOne
                            ? gpuName(s.texts.front())
                            : Words::tr("%1 of %2", "3 of 8 GPUs").arg(formatCount(qint64(s.a)), gpusText(qint64(s.b)));
    if (s.what == What::GpusIdle)
        return isOne ? Words::tr("%1 is idle").arg(who) : Words::tr("%1 idle").arg(who);
    const QString since = moment(double(s.sinceMs), nowMs);
    return isOne ? Words::tr("%1 is throttled since %2", "GPU 3 of n017, 14:02").arg(who, since)
                 : Words::tr("%1 throttled since %2", "3 of 8 GPUs, 14:02").arg(who, since);
}

QString limitedClause(const Statement &s)
{
    const QString rung = Words::tr("node counters from %1").arg(rungText(ProbeRung(int(s.a))));
    if (std::isnan(s.b))
        return rung;
    QString why = describe(Error{ErrorKind(int(s.b)), {}}).what;
    why.chop(why.endsWith(QLatin1Char('.')) ? 1 : 0);
    return Words::tr("%1 (%2)", "what is read (why)").arg(rung, why);
}

QString queueClause(const Statement &s)
{
    if (s.texts.isEmpty()) {
        if (s.a == 0 && s.b == 0)
            return Words::tr("the queue is empty");
        return Words::tr("%1 running, %2 waiting").arg(jobsText(qint64(s.a)), formatCount(qint64(s.b)));
    }
    if (s.a == 0 && s.b == 0)
        return Words::tr("you have no jobs in the queue");
    if (s.b == 0)
        return Words::tr("you have %1 running").arg(jobsText(qint64(s.a)));
    return s.a == 0 ? Words::tr("you have %1 waiting").arg(jobsText(qint64(s.b)))
                    : Words::tr("you have %1 running, %2 waiting").arg(jobsText(qint64(s.a)), formatCount(qint64(s.b)));
}

QString nodeOutClause(const Statement &s)
{
    const QString state = displayText(s.texts.value(0), 60), reason = displayText(s.texts.value(1), 200),
                  by = displayText(s.texts.value(2), 60);
    if (reason.isEmpty())
        return Words::tr("takes no work (%1)").arg(state);
    return by.isEmpty() ? Words::tr("takes no work (%1): %2", "state, reason").arg(state, reason)
                        : Words::tr("takes no work (%1): %2, said %3", "state, reason, who").arg(state, reason, by);
}

QString clusterClause(const Statement &s, qint64 nowMs)
{
    switch (s.what) {
    case What::NodeUnknown:
        return Words::tr("Slurm has told nothing of this node yet");
    case What::NodeUp:
        return s.a > 0 ? Words::tr("works for %1").arg(jobsText(qint64(s.a)))
                       : Words::tr("no job that we see runs here");
    case What::NodeOut:
        return nodeOutClause(s);
    case What::NoData:
        return Words::tr("nothing has come from the cluster yet");
    case What::DataStale:
        return Words::tr("the data are from %1").arg(formatAge(nowMs - s.sinceMs));
    case What::ControllerDown:
        return Words::tr("the Slurm controller does not answer since %1").arg(moment(double(s.sinceMs), nowMs));
    case What::Disconnected:
        return Words::tr("not connected since %1").arg(moment(double(s.sinceMs), nowMs));
    case What::MyJobs:
        return queueClause(s);
    case What::NextStart:
        return Words::tr("next to start: %1 at %2").arg(displayText(s.texts.value(0), 40), moment(s.a, nowMs));
    case What::FreeNodes:
        return std::isnan(s.b)
                   ? Words::tr("%1 free").arg(nodesText(qint64(s.a)))
                   : Words::tr("%1 free, %2 free", "nodes, GPUs").arg(nodesText(qint64(s.a)), gpusText(qint64(s.b)));
    case What::NodesOut:
        return Words::tr("%1 of %2 out of service").arg(formatCount(qint64(s.a)), nodesText(qint64(s.b)));
    case What::BadRows:
        return Words::tr("%1 rows of the queue could not be read").arg(formatCount(qint64(s.a)));
    default:
        return {};
    }
}

/// What a person can do about a statement on a running job; empty where nothing general helps.
QString adviceOn(const Statement &s)
{
    if (s.severity == Severity::Well)
        return Words::tr("nothing to do");
    switch (s.what) {
    case What::NodesSilent:
        return Words::tr("the job may hang: check the node, then requeue without it");
    case What::NodesIdle:
        return Words::tr("check that a rank was started there");
    case What::GpusIdle:
        return Words::tr("check that every rank uses its own GPU");
    case What::GpusThrottled:
        return Words::tr("the whole job waits for the slowest: have the node checked");
    case What::LossNotANumber:
        return Words::tr("stop it and go back to a checkpoint");
    case What::ReachesLimit:
        return Words::tr("have it save before the limit, or ask for more time");
    case What::LimitNear:
        return Words::tr("have it save now");
    case What::NoOutput:
        return Words::tr("it may hang: look at its processes");
    case What::Slower:
        return Words::tr("see below which node differs");
    case What::BesidePublished:
        return Words::tr("what it is compared with stands in the facts");
    default:
        return {};
    }
}

QString capitalized(QString text)
{
    if (!text.isEmpty())
        text[0] = text.at(0).toUpper();
    return text;
}

/// Names of things keep their spelling at the start of a sentence.
bool startsWithName(const Statement &s)
{
    const bool isOfNodes = s.what == What::NodesSilent || s.what == What::NodesIdle;
    const bool isOfGpus = s.what == What::GpusIdle || s.what == What::GpusThrottled;
    return (isOfNodes || isOfGpus) && s.texts.size() == 1;
}

} // namespace

QString clauseText(const Statement &statement, qint64 nowMs)
{
    QString text = stateClause(statement, nowMs);
    if (text.isEmpty())
        text = trainingClause(statement, nowMs);
    if (text.isEmpty())
        text = clusterClause(statement, nowMs);
    if (statement.what == What::NodesSilent || statement.what == What::NodesIdle)
        text = nodesClause(statement, nowMs);
    if (statement.what == What::GpusIdle || statement.what == What::GpusThrottled)
        text = gpusClause(statement, nowMs);
    if (statement.what == What::CountersLimited)
        text = limitedClause(statement);
    if (statement.what == What::LogProblem)
        text = Words::tr("the log cannot be read");
    const bool saysSo = statement.what == What::TooFewPoints || statement.what == What::NoOutput;
    return statement.evidence.isEnough || saysSo ? text : Words::tr("%1 (little evidence yet)").arg(text);
}

QString evidenceText(const Evidence &evidence, qint64 nowMs)
{
    if (evidence.points == 0)
        return Words::tr("told by Slurm");
    const QString points = Words::tr("%1 values").arg(formatCount(evidence.points));
    if (evidence.fromMs == 0 || evidence.toMs == 0)
        return points;
    return Words::tr("%1, %2 to %3")
        .arg(points, formatMoment(evidence.fromMs, nowMs), formatMoment(evidence.toMs, nowMs));
}

QString severityText(Severity severity)
{
    switch (severity) {
    case Severity::Well:
        return Words::tr("all well");
    case Severity::Idle:
        return Words::tr("idle");
    case Severity::Waiting:
        return Words::tr("waiting");
    case Severity::Attention:
        return Words::tr("attention");
    case Severity::Failed:
        return Words::tr("failed");
    }
    return {};
}

VerdictText describe(const Verdict &verdict)
{
    VerdictText text;
    QStringList rest;
    const Statement *lead = verdict.statements.empty() ? nullptr : &verdict.statements.front();
    if (!lead)
        return text;
    const Statement *learning = verdict.find(What::Learning);
    // Of a job that runs as it should the news is that it learns; how long it runs stands in the facts.
    if (lead->what == What::Running && learning)
        lead = learning;
    QString clause = clauseText(*lead, verdict.judgedMs);
    const bool contrast =
        learning && lead != learning && lead->severity == Severity::Attention && !verdict.find(What::Ended);
    text.headline = contrast ? Words::tr("Learning, but %1.").arg(clause)
                             : (startsWithName(*lead) ? clause : capitalized(clause)) + QLatin1Char('.');
    for (const Statement &s : verdict.statements) {
        if (&s == lead || (s.what == What::Running && (learning || verdict.find(What::Progress))))
            continue;
        const QString words = clauseText(s, verdict.judgedMs);
        rest += rest.isEmpty() && !startsWithName(s) ? capitalized(words) : words;
    }
    if (const QString next = verdict.find(What::Running) ? adviceOn(*lead) : QString(); !next.isEmpty())
        rest += next;
    text.detail = rest.join(QStringLiteral(" · "));
    text.plain =
        withPlainSpaces(text.detail.isEmpty() ? text.headline : text.headline + QLatin1Char('\n') + text.detail);
    return text;
}

} // namespace paceline
