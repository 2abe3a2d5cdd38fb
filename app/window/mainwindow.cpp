// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/mainwindow.h"

#include "app/session/settings.h"
#include "app/window/baselinelibrary.h"
#include "app/window/benchmarkdesk.h"
#include "app/window/clusterview.h"
#include "app/window/palette.h"
#include "app/window/patterndesk.h"
#include "app/window/summaries.h"
#include "backends/transport/sshconfigfile.h"
#include "widgets/dialogs/commandpalette.h"
#include "widgets/dialogs/connectdialog.h"
#include "widgets/dialogs/errordetail.h"
#include "widgets/pages/helpoverlay.h"
#include "widgets/pages/sidebar.h"
#include "widgets/pages/statusbar.h"

#include <QApplication>
#include <QClipboard>
#include <QCloseEvent>
#include <QHBoxLayout>
#include <QShortcut>
#include <QStackedWidget>

namespace paceline {

MainWindow::MainWindow(Settings &settings, const Options &options, History *history, QWidget *parent)
    : QMainWindow(parent)
    , m_settings(settings)
    , m_history(history)
    , m_patterns(new PatternDesk(Settings::patternsPath(), this))
    , m_baselines(new BaselineLibrary(Settings::baselinesPath(), this))
    , m_benchmarks(new BenchmarkDesk(m_settings, *m_baselines, this))
    , m_options(options)
    , m_sidebar(new Sidebar)
    , m_views(new QStackedWidget)
    , m_statusBar(new StatusBar)
{
    buildFrame();
    wireSidebar();
    connect(m_patterns, &PatternDesk::failed, this, &MainWindow::showError);
    connect(m_baselines, &BaselineLibrary::failed, this, &MainWindow::showError);
    addKeys();
    refreshSummary();
}

MainWindow::~MainWindow() = default;

void MainWindow::buildFrame()
{
    auto *middle = new QWidget;
    auto *column = new QVBoxLayout(middle);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_views, 1);
    column->addWidget(m_statusBar);
    auto *central = new QWidget;
    auto *row = new QHBoxLayout(central);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_sidebar);
    row->addWidget(middle, 1);
    setCentralWidget(central);
    std::vector<SidebarView> views;
    for (const ClusterPageEntry &entry : kClusterPages)
        views.push_back({QString::fromLatin1(entry.key), tr(entry.title)});
    m_sidebar->setViews(std::move(views));
    resize(1280, 800);
    if (m_options.size.isValid())
        resize(m_options.size);
    else
        restoreGeometry(m_settings.state(QStringLiteral("window")));
    connect(m_statusBar, &StatusBar::helpRequested, this, &MainWindow::showHelp);
    connect(m_statusBar, &StatusBar::paletteRequested, this, &MainWindow::showPalette);
    connect(m_statusBar, &StatusBar::reconnectRequested, this, [this] {
        if (ClusterView *view = currentView())
            view->session().reconnectNow();
    });
}

void MainWindow::addKeys()
{
    const auto key = [this](const QKeySequence &sequence, auto act) {
        auto *shortcut = new QShortcut(sequence, this);
        connect(shortcut, &QShortcut::activated, this, act);
    };
    key(QKeySequence(Qt::Key_F1), [this] { showHelp(); });
    key(QKeySequence(Qt::Key_Question), [this] { showHelp(); });
    key(QKeySequence(Qt::CTRL | Qt::Key_K), [this] { showPalette(); });
    key(QKeySequence(Qt::CTRL | Qt::Key_O), [this] { showConnectDialog(); });
    key(QKeySequence(Qt::CTRL | Qt::Key_T), [this] { toggleTheme(); });
    key(QKeySequence(Qt::CTRL | Qt::Key_Q), [this] { close(); });
    key(QKeySequence(Qt::Key_F11), [this] { toggleFullScreen(); });
    key(QKeySequence(Qt::Key_F5), [this] {
        if (ClusterView *view = currentView())
            view->session().refreshQueue();
    });
    key(QKeySequence(Qt::Key_Slash), [this] {
        if (ClusterView *view = currentView())
            view->focusFilter();
    });
    key(QKeySequence(Qt::Key_Escape), [this] {
        if (isFullScreen())
            toggleFullScreen();
        else if (ClusterView *view = currentView())
            view->goBack();
    });
}

void MainWindow::wireSidebar()
{
    connect(m_sidebar, &Sidebar::connectRequested, this, &MainWindow::showConnectDialog);
    connect(m_sidebar, &Sidebar::clusterActivated, this, [this](const ClusterId &cluster) {
        if (ClusterView *view = m_byCluster.value(cluster))
            showView(view);
    });
    connect(m_sidebar, &Sidebar::viewActivated, this, [this](const QString &key) {
        if (!currentView())
            return showConnectDialog();
        for (const ClusterPageEntry &entry : kClusterPages) {
            if (key == QLatin1String(entry.key))
                showPage(entry.page);
        }
    });
    connect(m_sidebar, &Sidebar::jobActivated, this, [this](const ClusterId &cluster, JobId job) {
        if (ClusterView *view = m_byCluster.value(cluster)) {
            showView(view);
            view->openJob(job);
        }
    });
    connect(m_sidebar, &Sidebar::disconnectRequested, this, &MainWindow::closeCluster);
    connect(m_sidebar, &Sidebar::watchRequested, this, [this](const ClusterId &cluster, JobId job, bool watched) {
        if (ClusterView *view = m_byCluster.value(cluster))
            view->setWatched(job, watched);
    });
}

void MainWindow::wireView(ClusterView *view)
{
    connect(view, &ClusterView::summaryChanged, this, &MainWindow::refreshSummary);
    connect(view, &ClusterView::connectRequested, this, [this, view] {
        if (m_connect)
            return;
        view->session().reconnectNow();
    });
    connect(m_patterns, &PatternDesk::changed, view, [this, view] { view->session().setPatterns(m_patterns->set()); });
    connect(view, &ClusterView::patternsRequested, this, [this, view] { m_patterns->showAll(view->currentLog()); });
    connect(view, &ClusterView::curveOfNumberRequested, this, [this, view](const QByteArray &line, qsizetype fromEnd) {
        m_patterns->makeCurve(view->currentLog(), line, fromEnd);
    });
    connect(&view->session(), &ClusterSession::recordingFailed, this, &MainWindow::showError);
    connect(view, &ClusterView::errorDetailRequested, this, &MainWindow::showError);
    connect(view, &ClusterView::copyRequested, this, &MainWindow::copy);
    connect(&view->session(), &ClusterSession::connectionChanged, this, [this, view] { followLogin(view); });
}

void MainWindow::start()
{
    if (!m_options.host) {
        showConnectDialog();
        return;
    }
    ClusterView *view = openHost(*m_options.host);
    if (!m_options.recordTo.isEmpty())
        view->session().record(m_options.recordTo);
}

ClusterView *MainWindow::currentView() const
{
    return qobject_cast<ClusterView *>(m_views->currentWidget());
}

ClusterView *MainWindow::openHost(const HostSpec &spec)
{
    ClusterView *view = m_byCluster.value(spec.clusterId());
    if (!view) {
        view = new ClusterView(spec, m_settings, m_history, *m_baselines, m_views, m_benchmarks);
        m_byCluster.insert(spec.clusterId(), view);
        m_views->addWidget(view);
        wireView(view);
        view->session().setPatterns(m_patterns->set());
    }
    showView(view);
    view->session().connectToHost();
    return view;
}

void MainWindow::showView(ClusterView *view)
{
    m_views->setCurrentWidget(view);
    refreshSummary();
}

void MainWindow::closeCluster(const ClusterId &cluster)
{
    if (ClusterView *view = m_byCluster.take(cluster)) {
        view->saveState();
        m_views->removeWidget(view);
        view->deleteLater();
        refreshSummary();
    }
}

/// Remembers a host that was reached, and opens the job that the command line asked for.
void MainWindow::followLogin(ClusterView *view)
{
    const ConnectionState &state = view->session().connection();
    if (m_connect && m_connect->host() == view->host())
        m_connect->setConnection(state);
    if (state.phase != ConnectionPhase::Connected)
        return;
    if (view->session().spec().kind == HostSpec::Kind::Ssh)
        m_settings.addRecentHost(view->host());
    if (m_options.job && !m_jobAsked) {
        m_jobAsked = true;
        view->openJob(*m_options.job);
    }
}

/// Those reached lately first, each once.
std::vector<KnownHost> MainWindow::knownHosts() const
{
    std::vector<KnownHost> hosts;
    const QStringList recent = m_settings.recentHosts();
    for (const QString &name : recent)
        hosts.push_back({name, {}, KnownHost::Origin::Recent});
    for (const QString &name : listSshHosts(m_options.configFile)) {
        if (!recent.contains(name))
            hosts.push_back({name, {}, KnownHost::Origin::Config});
    }
    return hosts;
}

void MainWindow::showConnectDialog()
{
    if (m_connect) {
        m_connect->raise();
        return;
    }
    m_connect = new ConnectDialog(this);
    m_connect->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_connect, &QObject::destroyed, this, [this] { m_connect = nullptr; });
    m_connect->setKnownHosts(knownHosts());
    m_connect->setConfigFile(m_options.configFile);
    wireConnectDialog();
    m_connect->open();
}

static HostSpec::Pipe pipeOf(ConnectDialog::Pipe pipe)
{
    switch (pipe) {
    case ConnectDialog::Pipe::Libssh:
        return HostSpec::Pipe::Libssh;
    case ConnectDialog::Pipe::SshProgram:
        return HostSpec::Pipe::SshProgram;
    case ConnectDialog::Pipe::Automatic:
        break;
    }
    return HostSpec::Pipe::Automatic;
}

void MainWindow::wireConnectDialog()
{
    connect(m_connect, &ConnectDialog::connectRequested, this, [this](const QString &host, ConnectDialog::Pipe pipe) {
        auto spec = HostSpec::parse(host);
        if (!spec) {
            m_connect->showError(spec.error());
            return;
        }
        spec->configFile = m_options.configFile;
        spec->pipe = pipeOf(pipe);
        // Another way to the same host replaces the session that was made for the first.
        if (ClusterView *open = m_byCluster.value(spec->clusterId()); open && open->session().spec() != *spec)
            closeCluster(spec->clusterId());
        followLogin(openHost(*spec));
    });
    connect(m_connect, &ConnectDialog::cancelRequested, this, [this] {
        if (ClusterView *view = m_byCluster.value(ClusterId(m_connect->host())))
            view->session().disconnectFromHost();
    });
    connect(m_connect, &ConnectDialog::demoRequested, this, [this] {
        m_connect->close();
        openHost(*HostSpec::parse(QStringLiteral("demo:")));
    });
}

void MainWindow::showHelp()
{
    if (!m_help) {
        m_help = new HelpOverlay(centralWidget());
        m_help->setEntries(HelpOverlay::commonEntries());
    }
    m_help->open();
}

void MainWindow::showPalette()
{
    if (m_palette)
        return;
    m_palette = new CommandPalette(this);
    m_palette->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_palette, &QObject::destroyed, this, [this] { m_palette = nullptr; });
    m_palette->setEntries(paletteEntries(currentView()));
    connect(m_palette, &CommandPalette::chosen, this, &MainWindow::choose);
    m_palette->popup();
}

void MainWindow::choose(PaletteEntry::Kind kind, const QString &key)
{
    ClusterView *view = currentView();
    if (kind == PaletteEntry::Kind::Action) {
        act(PaletteAction(key.toInt()));
    } else if (view && kind == PaletteEntry::Kind::Job) {
        view->openJob(JobId{key.toUInt()});
    } else if (view && kind == PaletteEntry::Kind::Node) {
        view->openNode(NodeName(key));
    }
}

void MainWindow::showPage(ClusterPage page)
{
    if (ClusterView *view = currentView())
        view->showPage(page);
}

void MainWindow::act(PaletteAction action)
{
    ClusterView *view = currentView();
    switch (action) {
    case PaletteAction::Connect:
        return showConnectDialog();
    case PaletteAction::Theme:
        return toggleTheme();
    case PaletteAction::Help:
        return showHelp();
    case PaletteAction::FullScreen:
        return toggleFullScreen();
    case PaletteAction::Overview:
        return showPage(ClusterPage::Overview);
    case PaletteAction::Map:
        return showPage(ClusterPage::Map);
    case PaletteAction::Scaling:
        return showPage(ClusterPage::Scaling);
    case PaletteAction::Baselines:
        return showPage(ClusterPage::Baselines);
    case PaletteAction::SaveBaseline:
        if (view)
            m_statusBar->showNote(view->saveAsBaseline(view->currentJob()) ? tr("Saved as a baseline")
                                                                           : tr("Its log tells no speed yet"));
        return;
    case PaletteAction::Curves:
        return view && view->currentJob().number != 0 ? view->openCurves(view->currentJob()) : void();
    case PaletteAction::Patterns:
        return m_patterns->showAll(view ? view->currentLog() : nullptr);
    case PaletteAction::Refresh:
        return view ? view->session().refreshQueue() : void();
    }
}

void MainWindow::refreshSummary()
{
    refreshSidebar();
    refreshStatusBar();
    const ClusterView *view = currentView();
    setWindowTitle(view ? windowTitleOf(*view) : tr("Paceline"));
}

void MainWindow::refreshSidebar()
{
    std::vector<SidebarCluster> clusters;
    std::vector<SidebarJob> jobs;
    for (auto it = m_byCluster.cbegin(); it != m_byCluster.cend(); ++it) {
        clusters.push_back(summarizeCluster(it.key(), *it.value()));
        const auto own = summarizeJobs(it.key(), *it.value());
        jobs.insert(jobs.end(), own.begin(), own.end());
    }
    m_sidebar->setClusters(std::move(clusters));
    m_sidebar->setWatchedJobs(std::move(jobs));
    const ClusterView *view = currentView();
    if (!view)
        return;
    m_sidebar->setCurrentCluster(ClusterId(view->host()));
    const auto page = view->currentPage();
    const auto *entry = std::find_if(std::begin(kClusterPages), std::end(kClusterPages),
                                     [&page](const ClusterPageEntry &known) { return known.page == page; });
    if (entry != std::end(kClusterPages))
        m_sidebar->setCurrentView(QString::fromLatin1(entry->key));
    else
        m_sidebar->setCurrentJob(ClusterId(view->host()), view->currentJob());
}

void MainWindow::refreshStatusBar()
{
    const ClusterView *view = currentView();
    if (!view) {
        m_statusBar->setConnection({}, {}, nullptr);
        return;
    }
    m_statusBar->setConnection(view->session().connection(), view->title(), &view->session().clock());
    m_statusBar->setQueueTime(view->data().jobs ? view->data().jobs->takenMs : 0);
    m_statusBar->setCost(view->data().cost);
}

void MainWindow::showError(const Error &error)
{
    auto *detail = new ErrorDetail(error, currentView() ? currentView()->host() : QString(), this);
    connect(detail, &ErrorDetail::copyRequested, this, &MainWindow::copy);
    detail->open();
}

void MainWindow::copy(const QString &text)
{
    QApplication::clipboard()->setText(text);
    m_statusBar->showNote(tr("Copied"));
}

void MainWindow::toggleFullScreen()
{
    setWindowState(windowState() ^ Qt::WindowFullScreen);
}

void MainWindow::toggleTheme()
{
    const bool dark = !themeOf(palette()).dark;
    m_settings.setColorScheme(dark ? QStringLiteral("dark") : QStringLiteral("light"));
    applyColorScheme(*qApp, dark ? ColorScheme::Dark : ColorScheme::Light);
}

void MainWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if (event->type() != QEvent::WindowStateChange)
        return;
    for (ClusterView *view : std::as_const(m_byCluster))
        view->setWindowSeen(!isMinimized());
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    m_settings.setState(QStringLiteral("window"), saveGeometry());
    for (ClusterView *view : std::as_const(m_byCluster))
        view->saveState();
    QMainWindow::closeEvent(event);
}

} // namespace paceline
