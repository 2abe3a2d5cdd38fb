// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/jobtablemodel.h"
#include "widgets/pages/jobtableview.h"
#include "widgets/theme.h"

#include <QApplication>
#include <QSortFilterProxyModel>
#include <algorithm>
#include <cstdio>
#include <ctime>
#include <functional>
#include <random>

using namespace paceline;

// The queue on the screen: CPU milliseconds of the GUI thread from a new list to painted rows, and for one keystroke in
// the filter, beside what a QSortFilterProxyModel over the same model needs for that keystroke. Prints one line of
// JSON; gates nothing by itself.

namespace {

double cpuMs()
{
    timespec t;
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
    return double(t.tv_sec) * 1e3 + double(t.tv_nsec) * 1e-6;
}

struct Spread
{
    double median, worst;
};

Spread measure(int rounds, const std::function<void(int)> &work)
{
    std::vector<double> times;
    for (int round = 0; round < rounds; ++round) {
        const double start = cpuMs();
        work(round);
        times.push_back(cpuMs() - start);
    }
    std::sort(times.begin(), times.end());
    return {times[times.size() / 2], times.back()};
}

std::shared_ptr<const Job> makeJob(quint32 id, std::mt19937 &random)
{
    static const char *kNames[] = {"resnet50", "gpt-pretrain", "bert", "unet3d", "cosmoflow", "deepcam"};
    auto job = std::make_shared<Job>();
    job->id = JobId{id};
    job->displayId = QString::number(id);
    job->name = QStringLiteral("%1-%2").arg(QLatin1String(kNames[random() % 6])).arg(random() % 5000);
    job->user = QStringLiteral("user%1").arg(random() % 300);
    job->account = QStringLiteral("proj%1").arg(random() % 60);
    job->partition = QStringLiteral("part%1").arg(random() % 8);
    job->qos = QStringLiteral("normal");
    job->state = random() % 4 == 0 ? JobState::Running : JobState::Pending;
    job->reason = job->state == JobState::Pending ? QStringLiteral("Priority") : QString();
    job->numNodes = int(random() % 64) + 1;
    job->numCpus = job->numNodes * 64;
    job->gpus = job->numNodes * 8;
    job->startS = 1'700'000'000 + qint64(random() % 100'000);
    job->timeLimit = {TimeLimit::Kind::Minutes, 1440};
    return job;
}

std::shared_ptr<const JobList> makeQueue(std::size_t count, std::mt19937 &random)
{
    auto list = std::make_shared<JobList>();
    for (std::size_t i = 0; i < count; ++i)
        list->jobs.push_back(makeJob(quint32(1000 + i), random));
    return list;
}

/// The poll after: one job in fifty changed, some ended, some are new.
std::shared_ptr<const JobList> nextQueue(const JobList &before, quint32 &nextId, std::mt19937 &random)
{
    auto list = std::make_shared<JobList>();
    for (const auto &job : before.jobs) {
        const unsigned fate = unsigned(random() % 200);
        if (fate == 0)
            continue;
        if (fate > 4) {
            list->jobs.push_back(job);
            continue;
        }
        auto changed = std::make_shared<Job>(*job);
        changed->state = JobState::Running;
        changed->reason.clear();
        list->jobs.push_back(changed);
    }
    while (list->jobs.size() < before.jobs.size())
        list->jobs.push_back(makeJob(nextId++, random));
    return list;
}

void paintNow(JobTableView &view, QImage &canvas)
{
    QCoreApplication::sendPostedEvents();
    view.render(&canvas);
}

Spread pollToScreen(std::size_t jobs)
{
    std::mt19937 random(1);
    JobTableModel model;
    JobTableView view;
    view.setJobModel(&model);
    view.resize(1060, 600);
    QImage canvas(view.size(), QImage::Format_RGB32);
    quint32 nextId = 1'000'000;
    auto queue = makeQueue(jobs, random);
    model.setJobs(queue);
    view.show();
    paintNow(view, canvas);
    view.setCurrentIndex(model.index(3, 0));
    std::vector<std::shared_ptr<const JobList>> polls;
    for (int i = 0; i < 25; ++i)
        polls.push_back(queue = nextQueue(*queue, nextId, random));
    return measure(int(polls.size()), [&](int round) {
        model.setJobs(polls[std::size_t(round)]);
        paintNow(view, canvas);
    });
}

Spread keystroke(std::size_t jobs, bool painted)
{
    std::mt19937 random(2);
    JobTableModel model;
    JobTableView view;
    view.setJobModel(&model);
    view.resize(1060, 600);
    QImage canvas(view.size(), QImage::Format_RGB32);
    model.setJobs(makeQueue(jobs, random));
    view.show();
    paintNow(view, canvas);
    static const char *kTyped[] = {"r",
                                   "re",
                                   "res",
                                   "resn",
                                   "resnet50-12",
                                   "user=user7",
                                   "user=user7 nodes>32",
                                   "state=running",
                                   "unet3d & !user=user1"};
    return measure(27, [&](int round) {
        model.setFilter(*JobFilter::parse(QLatin1String(kTyped[std::size_t(round) % std::size(kTyped)])));
        if (painted)
            paintNow(view, canvas);
    });
}

Spread proxyKeystroke(std::size_t jobs)
{
    std::mt19937 random(2);
    JobTableModel model;
    QSortFilterProxyModel proxy;
    model.setJobs(makeQueue(jobs, random));
    proxy.setFilterKeyColumn(int(JobColumn::Name));
    proxy.setSourceModel(&model);
    static const char *kTyped[] = {"r", "re", "res", "resn", "resnet50-12"};
    return measure(5, [&](int round) { proxy.setFilterFixedString(QLatin1String(kTyped[round])); });
}

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication app(argc, argv);
    applyColorScheme(app, ColorScheme::Light);
    const Spread poll = pollToScreen(20'000), key = keystroke(100'000, false), painted = keystroke(100'000, true),
                 proxy = proxyKeystroke(100'000);
    std::printf("{\"goal\": \"G9\", \"poll_to_screen_gui_ms\": %.2f, \"poll_to_screen_gui_worst_ms\": %.2f, "
                "\"poll_limit_ms\": 16, "
                "\"keystroke_100k_ms\": %.2f, \"keystroke_100k_worst_ms\": %.2f, \"keystroke_limit_ms\": 10, "
                "\"keystroke_100k_painted_ms\": %.2f, "
                "\"proxy_keystroke_100k_ms\": %.2f, \"ratio_to_proxy\": %.3f}\n",
                poll.median, poll.worst, key.median, key.worst, painted.median, proxy.median,
                key.median / proxy.median);
    return 0;
}
