// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/screenshots.h"

#include "app/window/clusterview.h"
#include "app/window/mainwindow.h"
#include "widgets/dialogs/connectdialog.h"
#include "widgets/theme.h"

#include <QApplication>
#include <QDir>
#include <QPixmap>
#include <cstdio>

namespace paceline {

static constexpr int kLookMs = 500;       ///< between two looks at whether there is something to see
static constexpr int kPatienceMs = 60000; ///< then pictures are taken of what there is
static constexpr int kSettleMs = 1200;    ///< for layouts and plots after a change

Screenshots::Screenshots(QApplication &app, MainWindow &window, QString folder)
    : QObject(&app)
    , m_app(app)
    , m_window(window)
    , m_folder(std::move(folder))
    , m_timer(this)
{
    m_timer.setSingleShot(true);
}

void Screenshots::start()
{
    QDir().mkpath(m_folder);
    m_window.show();
    m_window.start();
    connect(&m_timer, &QTimer::timeout, this, &Screenshots::waitForData);
    m_timer.start(kLookMs);
}

/// The queue is there, and the job in front shows its curves and counters.
bool Screenshots::isReady() const
{
    const ClusterView *view = m_window.currentView();
    if (!view)
        return m_waitedMs > 1000; // no host: the connect dialog is all there is
    if (!view->data().jobs || !view->data().nodes || view->currentJob().number == 0)
        return false;
    const auto snapshot = view->data().watched.value(view->currentJob());
    if (!snapshot || !snapshot->run || snapshot->grids.isEmpty())
        return false;
    return snapshot->run->size() > 20 && (*snapshot->grids.begin())->ticks() > 12;
}

void Screenshots::waitForData()
{
    m_waitedMs += kLookMs;
    ClusterView *view = m_window.currentView();
    if (view && view->data().jobs && view->currentJob().number == 0)
        openBestJob();
    if (isReady() || m_waitedMs >= kPatienceMs) {
        m_timer.disconnect(this);
        plan();
        connect(&m_timer, &QTimer::timeout, this, &Screenshots::next);
        next();
    } else {
        m_timer.start(kLookMs);
    }
}

/// One's own running job with the most nodes.
void Screenshots::openBestJob()
{
    ClusterView *view = m_window.currentView();
    const Job *best = nullptr;
    for (const auto &job : view->data().jobs->jobs) {
        const bool own = job->user == view->data().userName;
        if (own && job->state == JobState::Running && (!best || job->numNodes > best->numNodes))
            best = job.get();
    }
    if (best)
        view->openJob(best->id);
}

/// The first node of which the job has counters; else the first of all.
static NodeName nodeOf(const ClusterView &view, JobId job)
{
    const auto snapshot = view.data().watched.value(job);
    if (snapshot && !snapshot->grids.isEmpty() && (*snapshot->grids.begin())->rows() > 0)
        return (*snapshot->grids.begin())->entities->front().node;
    return view.data().nodes && !view.data().nodes->nodes.empty() ? view.data().nodes->nodes.front()->name : NodeName();
}

void Screenshots::plan()
{
    for (const bool dark : {false, true}) {
        for (const QSize size : {QSize(1280, 800), QSize(2560, 1440)}) {
            const QString tail = QStringLiteral("-%1-%2x%3")
                                     .arg(dark ? QStringLiteral("dark") : QStringLiteral("light"))
                                     .arg(size.width())
                                     .arg(size.height());
            const auto look = [this, dark, size] {
                applyColorScheme(m_app, dark ? ColorScheme::Dark : ColorScheme::Light);
                m_window.resize(size);
            };
            if (ClusterView *view = m_window.currentView()) {
                const JobId job = view->currentJob();
                m_shots.push_back({QStringLiteral("overview") + tail, [look, view] { look(), view->showOverview(); }});
                m_shots.push_back(
                    {QStringLiteral("map") + tail, [look, view] { look(), view->showPage(ClusterPage::Map); }});
                m_shots.push_back(
                    {QStringLiteral("scaling") + tail, [look, view] { look(), view->showPage(ClusterPage::Scaling); }});
                m_shots.push_back({QStringLiteral("baselines") + tail,
                                   [look, view] { look(), view->showPage(ClusterPage::Baselines); }});
                if (job.number != 0)
                    m_shots.push_back(
                        {QStringLiteral("job") + tail, [look, view, job] { look(), view->openJob(job); }});
                if (const NodeName node = nodeOf(*view, job); !node.isEmpty())
                    m_shots.push_back(
                        {QStringLiteral("node") + tail, [look, view, node] { look(), view->openNode(node); }});
                if (job.number != 0)
                    m_shots.push_back(
                        {QStringLiteral("curves") + tail, [look, view, job] { look(), view->openCurves(job); }});
            }
            m_shots.push_back(
                {QStringLiteral("connect") + tail, [this, look] { look(), m_window.showConnectDialog(); }});
        }
    }
}

void Screenshots::next()
{
    if (m_at > 0)
        write(m_shots[m_at - 1].name);
    if (m_at == m_shots.size()) {
        std::printf("screenshots: %zu pictures in %s\n", m_shots.size() - std::size_t(m_failures),
                    qPrintable(QDir(m_folder).absolutePath()));
        emit finished(m_failures == 0 ? 0 : 1);
        return;
    }
    m_shots[m_at++].prepare();
    m_timer.start(kSettleMs);
}

void Screenshots::write(const QString &name)
{
    QWidget *dialog = m_window.connectDialog();
    QPixmap picture = m_window.grab();
    if (dialog && dialog->isVisible()) {
        // A dialog is a window of its own: it is drawn where it stands over its parent.
        dialog->render(&picture, (m_window.rect().center() - dialog->rect().center()));
        dialog->close();
    }
    if (!picture.save(QDir(m_folder).filePath(name + QStringLiteral(".png"))))
        ++m_failures;
}

} // namespace paceline
