// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/analysis/curves.h"
#include "backends/analysis/evidencebook.h"
#include "backends/analysis/hardwareverdict.h"
#include "backends/analysis/trend.h"
#include "backends/analysis/verdict.h"

#include <algorithm>
#include <cmath>

namespace paceline {

namespace {

using What = Statement::What;

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

bool isWaitingInVain(const QString &reason)
{
    static const QStringList kNever = {QStringLiteral("DependencyNeverSatisfied"),
                                       QStringLiteral("BadConstraints"),
                                       QStringLiteral("JobHeldUser"),
                                       QStringLiteral("JobHeldAdmin"),
                                       QStringLiteral("AccountNotAllowed"),
                                       QStringLiteral("QOSNotAllowed"),
                                       QStringLiteral("InvalidAccount"),
                                       QStringLiteral("InvalidQOS"),
                                       QStringLiteral("PartitionNodeLimit"),
                                       QStringLiteral("PartitionTimeLimit"),
                                       QStringLiteral("ReservationDeleted"),
                                       QStringLiteral("JobHoldMaxRequeue")};
    return kNever.contains(reason) || reason.startsWith(QLatin1String("launch failed"));
}

Severity severityOfEnd(const Job &job)
{
    switch (job.state) {
    case JobState::Completed:
        return job.exitCode.value_or(QStringLiteral("0:0")) == QLatin1String("0:0") ? Severity::Well : Severity::Failed;
    case JobState::Cancelled:
    case JobState::Preempted:
        return Severity::Idle;
    default:
        return Severity::Failed;
    }
}

double limitMsOf(const Job &job)
{
    return job.timeLimit.kind == TimeLimit::Kind::Minutes ? double(job.timeLimit.minutes) * 60000 : kNaN;
}

double msOf(const std::optional<qint64> &seconds)
{
    return seconds ? double(*seconds) * 1000 : kNaN;
}

Statement stateOf(const Job &job, qint64 nowMs)
{
    if (isFinished(job.state))
        return {.what = What::Ended,
                .severity = severityOfEnd(job),
                .a = double(job.state),
                .b = msOf(job.endS),
                .texts = {job.stateText, job.exitCode.value_or(QString())}};
    const bool starting = job.flags.contains(QLatin1String("CONFIGURING"));
    if (job.state == JobState::Pending && !starting) {
        const bool inVain = isWaitingInVain(job.reason);
        return {.what = inVain ? What::NeverStarts : What::Waiting,
                .severity = inVain ? Severity::Attention : Severity::Waiting,
                .a = msOf(job.startS),
                .b = msOf(job.submitS),
                .texts = {job.reason}};
    }
    if (starting)
        return {.what = What::Starting, .severity = Severity::Waiting, .a = msOf(job.startS)};
    if (job.state == JobState::Suspended)
        return {.what = What::Suspended, .severity = Severity::Attention, .a = msOf(job.startS)};
    return {.what = What::Running, .a = job.startS ? double(nowMs) - msOf(job.startS) : kNaN, .b = limitMsOf(job)};
}

/// Attention only where the job is clearly behind everything that compares with it for certain.
Statement besidePublished(const PublishedRate &published, double rate, const Evidence &evidence, bool isRunning)
{
    constexpr double kClearlyBelow = 0.6;
    constexpr qint64 kLeastPoints = 30;
    const bool isInside = published.place == PublishedRate::Place::Inside;
    Statement s{.what = isInside ? What::BesidePublished : What::BeyondPublished,
                .a = rate / published.high,
                .b = rate / published.low,
                .texts = {published.suite, published.publishers.size() == 1 ? published.publishers.front() : QString(),
                          QString::number(published.accelerators), published.accelerator},
                .evidence = evidence};
    if (isRunning && published.isTrusted && s.b < kClearlyBelow && evidence.points >= kLeastPoints)
        s.severity = Severity::Attention;
    return s;
}

/// All statements about one job, gathered.
class JobJudge
{
public:
    JobJudge(const Job *job, const JobSnapshot *snapshot, qint64 nowMs, const PublishedRate *published)
        : m_job(job)
        , m_snapshot(snapshot)
        , m_published(published)
        , m_nowMs(nowMs)
        , m_running(job && (job->state == JobState::Running || job->state == JobState::Unknown))
    {
    }

    Verdict judge(const std::vector<Problem> &clusterProblems)
    {
        if (m_job)
            m_book.add(stateOf(*m_job, m_nowMs));
        else
            m_book.add({.what = What::JobUnknown, .severity = Severity::Idle});
        m_stale = m_book.addProblems(clusterProblems);
        if (m_snapshot) {
            training();
            blocks();
            if (m_running)
                judgeHardware(*m_snapshot, m_book);
            reading();
        }
        return m_book.verdict(m_nowMs);
    }

private:
    QString firstOf(std::initializer_list<const char *> names) const
    {
        for (const char *name : names) {
            if (m_snapshot->run->metrics().contains(QLatin1String(name)))
                return QLatin1String(name);
        }
        return {};
    }
    static Evidence evidenceOf(const TrendSample &sample)
    {
        Evidence evidence;
        evidence.points = qint64(sample.count);
        if (!sample.head.empty() && !std::isnan(sample.head.front().timeMs))
            evidence.fromMs = qint64(sample.head.front().timeMs);
        if (!sample.tail.empty() && !std::isnan(sample.tail.back().timeMs))
            evidence.toMs = qint64(sample.tail.back().timeMs);
        return evidence;
    }

    void training()
    {
        if (!m_snapshot->run || m_snapshot->run->size() == 0) {
            if (m_running && m_snapshot->log && m_snapshot->log->lineCount() > 50 && m_snapshot->log->format.isEmpty())
                m_book.add({.what = What::NoCurves, .evidence = {.points = m_snapshot->log->lineCount()}});
            output({});
            return;
        }
        const QString loss = firstOf({"loss", "train_loss", "val_loss"});
        const TrendSample sample =
            sampleTrend(*m_snapshot->run, loss.isEmpty() ? m_snapshot->run->metrics().value(0) : loss);
        if (!loss.isEmpty())
            lossOf(loss, sample);
        throughput();
        if (m_running)
            forecast(sample);
        output(sample);
    }

    void lossOf(const QString &metric, const TrendSample &sample)
    {
        const LossHealth health = judgeLoss(sample);
        Statement s{.texts = {metric}, .evidence = evidenceOf(sample)};
        switch (health.trend) {
        case LossTrend::NotANumber:
            s.what = What::LossNotANumber, s.severity = Severity::Failed, s.a = health.badStep;
            break;
        case LossTrend::TooFew:
            s.what = What::TooFewPoints, s.a = double(sample.count), s.evidence.isEnough = false;
            break;
        case LossTrend::Falling:
            s.what = What::Learning, s.a = health.first, s.b = health.now;
            break;
        case LossTrend::Flat:
            s.what = What::NotLearning, s.severity = Severity::Attention, s.a = health.first, s.b = health.now;
            break;
        case LossTrend::Rising:
            s.what = What::LossRising, s.severity = Severity::Attention, s.a = health.best, s.b = health.now;
            break;
        }
        if (!m_running && s.severity == Severity::Attention)
            s.severity = Severity::Well; // a finished job asks for nothing any more
        m_book.add(s);
    }

    void throughput()
    {
        const QString metric = speedMetricOf(m_snapshot->run->metrics());
        if (metric.isEmpty() || metric == QLatin1String("step_time"))
            return;
        const TrendSample sample = sampleTrend(*m_snapshot->run, metric);
        const std::optional<RateHealth> rate = judgeRate(sample);
        if (!rate)
            return;
        Statement s{.what = What::Throughput,
                    .a = rate->now,
                    .b = rate->before,
                    .texts = {metric},
                    .evidence = evidenceOf(sample)};
        if (rate->slower && m_running) {
            s.what = What::Slower;
            s.severity = Severity::Attention;
            s.sinceMs = std::isnan(rate->sinceMs) ? 0 : qint64(rate->sinceMs);
        }
        m_book.add(s);
        if (m_published && m_published->metric == metric)
            m_book.add(besidePublished(*m_published, rate->now, s.evidence, m_running));
    }

    void forecast(const TrendSample &sample)
    {
        const double limitMs = limitMsOf(*m_job), startMs = msOf(m_job->startS);
        const double limitEnd = startMs + limitMs; // NaN when either is unknown
        const std::optional<Pace> pace = paceOf(sample);
        const std::optional<qint64> total = m_snapshot->run->totalSteps();
        if (total && !sample.tail.empty() && !std::isnan(sample.tail.back().step))
            m_book.add({.what = What::Progress, .a = sample.tail.back().step, .b = double(*total)});
        if (!pace || !total || *total <= 0) {
            const double left = limitEnd - double(m_nowMs);
            if (left > 0 && left < 0.1 * limitMs)
                m_book.add({.what = What::LimitNear, .a = left});
            else if (left > 0)
                m_book.add({.what = What::LimitAt, .a = limitEnd});
            return;
        }
        const Evidence evidence{.points = qint64(pace->points), .isEnough = pace->points >= 12};
        const double end = pace->lastMs + (double(*total) - pace->lastStep) / pace->stepsPerMs;
        if (std::isnan(limitEnd) || end <= limitEnd) {
            m_book.add({.what = What::EndsBeforeLimit, .a = end, .b = limitEnd - end, .evidence = evidence});
            return;
        }
        const double reached = pace->lastStep + std::max(0.0, limitEnd - pace->lastMs) * pace->stepsPerMs;
        m_book.add({.what = What::ReachesLimit,
                    .severity = evidence.isEnough ? Severity::Attention : Severity::Well,
                    .a = std::floor(std::min(reached, double(*total))),
                    .b = double(*total),
                    .evidence = evidence});
    }

    void output(const TrendSample &sample)
    {
        const LogText *log = m_snapshot->log.get();
        if (!m_running || m_stale || !log || log->state != LogText::State::Following || log->lastGrowthMs == 0)
            return;
        constexpr double kQuietMs = 15 * 60000, kLeastMs = 120000;
        const double usual = usualGapMs(sample);
        const double silence = double(m_nowMs - log->lastGrowthMs);
        if (silence > (std::isnan(usual) ? kQuietMs : std::max(kLeastMs, 10 * usual)))
            m_book.add({.what = What::NoOutput,
                        .severity = Severity::Attention,
                        .a = usual,
                        .sinceMs = log->lastGrowthMs,
                        .evidence = {.points = qint64(sample.count), .isEnough = !std::isnan(usual)}});
    }

    void blocks()
    {
        const LogText *log = m_snapshot->log.get();
        if (m_running && log && log->blocks)
            m_book.add(
                {.what = What::OutputInBlocks, .a = double(log->blocks->bytes), .b = double(log->blocks->periodMs)});
    }

    void reading()
    {
        for (const Problem &problem : m_snapshot->problems) {
            if (problem.subject == Problem::Subject::Log && !problem.cleared)
                m_book.add({.what = What::LogProblem,
                            .severity = m_running ? Severity::Attention : Severity::Well,
                            .a = double(problem.error.kind),
                            .texts = {problem.error.detail}});
        }
    }

    const Job *m_job;
    const JobSnapshot *m_snapshot;
    const PublishedRate *m_published;
    qint64 m_nowMs;
    bool m_running;
    bool m_stale = false;
    EvidenceBook m_book;
};

} // namespace

Verdict judgeJob(const Job *job, const JobSnapshot *snapshot, qint64 nowMs, const std::vector<Problem> &clusterProblems,
                 const PublishedRate *published)
{
    if (!job && snapshot && snapshot->detail)
        job = &snapshot->detail->job;
    return JobJudge(job, snapshot, nowMs, published).judge(clusterProblems);
}

} // namespace paceline
