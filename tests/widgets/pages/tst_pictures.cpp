// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/models/jobs.h"
#include "widgets/dialogs/commandpalette.h"
#include "widgets/dialogs/connectdialog.h"
#include "widgets/dialogs/errordetail.h"
#include "widgets/dialogs/promptdialog.h"
#include "widgets/pages/helpoverlay.h"
#include "widgets/pages/overviewpage.h"
#include "widgets/pages/sidebar.h"
#include "widgets/pages/statusbar.h"
#include "widgets/theme.h"

#include <QApplication>
#include <QDir>
#include <QHBoxLayout>
#include <QPushButton>
#include <QTest>
#include <random>
#include <set>

using namespace paceline;

namespace {

constexpr qint64 kNow = 1'700'000'000'000;

class StillClock : public Clock
{
public:
    qint64 nowMs() const override { return kNow; }
};

const char *const kNames[] = {"resnet50-imagenet",
                              "gpt-7b-pretrain",
                              "cosmoflow-s3",
                              "<b>bold</b> & \"quoted\"",
                              "deepcam|ablate=1;rm -rf ~",
                              "名前-训练-тест",
                              "bert\nnewline\x1b[31m",
                              "unet3d",
                              "a-job-with-a-very-long-name-that-goes-on-and-on-until-nothing-fits-any-more"};
const char *const kReasons[] = {"Priority", "Resources", "Dependency", "QOSMaxGRESPerUser",
                                "ReqNodeNotAvail, UnavailableNodes:n[1-3]"};

std::shared_ptr<const JobList> queueOf(int count)
{
    std::mt19937 random(3);
    const auto below = [&](int n) { return int(random() % unsigned(n)); };
    std::vector<std::shared_ptr<const Job>> jobs;
    for (int i = 0; i < count; ++i) {
        const bool runs = below(10) < (count > 100 ? 2 : 6);
        const bool task = below(4) == 0;
        const char *name = kNames[below(std::size(kNames))];
        auto job = task ? makeTask(quint32(4'711'000 + i), quint32(4'711'000 + i / 8 * 8),
                                   qPrintable(QString::number(i % 8)), runs ? JobState::Running : JobState::Pending)
                        : makeJob(quint32(4'711'000 + i), name, "", runs ? JobState::Running : JobState::Pending);
        job->user = below(3) == 0 ? QStringLiteral("alice") : QStringLiteral("user%1").arg(below(40));
        job->partition = below(5) == 0 ? QStringLiteral("debug") : QStringLiteral("gpu");
        job->numNodes = 1 << below(7);
        job->numCpus = job->numNodes * 64;
        job->gpus = job->numNodes * 8;
        job->gpuTypes = {{QStringLiteral("a100"), *job->gpus}};
        job->timeLimit = {TimeLimit::Kind::Minutes, 60 * (1 + below(48))};
        job->stateText = runs ? QStringLiteral("RUNNING") : QStringLiteral("PENDING");
        if (runs)
            job->startS = kNow / 1000 - below(40'000);
        else if (below(2))
            job->startS = kNow / 1000 + below(90'000);
        if (!runs)
            job->reason = QString::fromLatin1(kReasons[below(std::size(kReasons))]);
        jobs.push_back(job);
    }
    auto list = std::make_shared<JobList>();
    list->jobs = std::move(jobs);
    list->takenMs = kNow - 12'000;
    return list;
}

std::shared_ptr<const NodeList> nodesOf(int count)
{
    auto list = std::make_shared<NodeList>();
    list->takenMs = kNow - 12'000;
    for (int i = 0; i < count; ++i) {
        auto node = std::make_shared<Node>();
        node->name = NodeName(QStringLiteral("n%1").arg(i + 1, 3, 10, QLatin1Char('0')));
        node->cpus = 64;
        node->gpus = i % 4 == 3 ? 0 : 8;
        node->gpusAlloc = i % 3 * 4;
        node->state = i % 17 == 5 ? NodeState::Down : i % 5 == 0 ? NodeState::Idle : NodeState::Mixed;
        node->partitions = i % 4 == 3 ? QStringList{QStringLiteral("cpu")}
                                      : QStringList{QStringLiteral("gpu"), QStringLiteral("long")};
        list->nodes.push_back(node);
    }
    return list;
}

/// Side bar, page and status bar as the window has them.
class Window : public QWidget
{
public:
    Window()
        : page(clock)
    {
        auto *outer = new QVBoxLayout(this);
        outer->setContentsMargins(0, 0, 0, 0);
        outer->setSpacing(0);
        auto *row = new QHBoxLayout;
        row->setSpacing(0);
        sidebar.setFixedWidth(206);
        row->addWidget(&sidebar);
        row->addWidget(&page, 1);
        outer->addLayout(row, 1);
        outer->addWidget(&status);
        const ClusterId juniper(QStringLiteral("juniper"));
        sidebar.setClusters({{juniper, QStringLiteral("juniper"), Mood::Well, {}},
                             {ClusterId(QStringLiteral("aurora")), QStringLiteral("aurora-login"), Mood::Idle, {}}});
        sidebar.setViews({{QStringLiteral("overview"), QStringLiteral("Overview")},
                          {QStringLiteral("nodes"), QStringLiteral("Nodes")}});
        sidebar.setWatchedJobs(
            {{juniper, JobId{1}, QStringLiteral("resnet50-imagenet"), Mood::Attention,
              QStringLiteral("8 nodes · 71 %")},
             {juniper, JobId{2}, QStringLiteral("gpt-7b-pretrain"), Mood::Well, QStringLiteral("64 nodes · 96 %")},
             {juniper, JobId{3}, QStringLiteral("deepcam-ablate"), Mood::Waiting, QStringLiteral("waits · rank 14")}});
        sidebar.setCurrentView(QStringLiteral("overview"));
    }
    void connectTo(ConnectionPhase phase, std::optional<Error> error = {})
    {
        ConnectionState state;
        state.phase = phase;
        state.error = error;
        state.sinceMs = kNow - 60'000;
        page.setConnection(state, QStringLiteral("juniper"));
        status.setConnection(state, QStringLiteral("juniper"), &clock);
    }
    void fill(int jobs)
    {
        ChangeSet changes;
        changes.userName = QStringLiteral("alice");
        changes.jobs = queueOf(jobs);
        changes.nodes = nodesOf(48);
        page.apply(changes);
        ObserverCost cost;
        cost.requestsPerMinute = 2;
        cost.bytesPerSecond = 14'000;
        cost.remoteCpuPercent = 0.1;
        status.setCost(cost);
        status.setQueueTime(changes.jobs->takenMs);
    }

    StillClock clock;
    Sidebar sidebar;
    OverviewPage page;
    StatusBar status;
};

} // namespace

/// Draws every page and dialog of this folder and its neighbours, light and dark, small and large. Each picture must
/// have content that differs from its ground; with PACELINE_PICTURES=FOLDER they are kept for eyes.
class TestPictures : public QObject
{
    Q_OBJECT

    static void keep(QWidget &widget, const QString &name)
    {
        const QImage picture = widget.grab().toImage();
        std::set<QRgb> colors;
        for (int y = 0; y < picture.height(); y += 3) {
            for (int x = 0; x < picture.width(); x += 3)
                colors.insert(picture.pixel(x, y));
        }
        QVERIFY2(colors.size() > 8, qPrintable(name));
        const QString folder = qEnvironmentVariable("PACELINE_PICTURES");
        if (!folder.isEmpty()) {
            QDir().mkpath(folder);
            QVERIFY(picture.save(folder + QLatin1Char('/') + name + QStringLiteral(".png")));
        }
    }
    static void everyLook(const QString &name, const std::function<void(Window &)> &prepare)
    {
        for (const auto scheme : {ColorScheme::Light, ColorScheme::Dark}) {
            applyColorScheme(*qApp, scheme);
            for (const QSize size : {QSize(1280, 800), QSize(2560, 1440)}) {
                Window window;
                prepare(window);
                window.resize(size);
                window.show();
                keep(window,
                     QStringLiteral("%1-%2-%3")
                         .arg(name, scheme == ColorScheme::Light ? QStringLiteral("light") : QStringLiteral("dark"))
                         .arg(size.width()));
            }
        }
    }
    static void bothLooks(const QString &name, const std::function<void(const QString &)> &draw)
    {
        applyColorScheme(*qApp, ColorScheme::Light);
        draw(name + QStringLiteral("-light"));
        applyColorScheme(*qApp, ColorScheme::Dark);
        draw(name + QStringLiteral("-dark"));
    }

private slots:
    void overview_withoutConnection()
    {
        everyLook(QStringLiteral("overview-disconnected"),
                  [](Window &window) { window.connectTo(ConnectionPhase::Disconnected); });
    }
    void overview_failed()
    {
        everyLook(QStringLiteral("overview-failed"), [](Window &window) {
            window.connectTo(ConnectionPhase::Failed, Error{ErrorKind::HostKeyChanged, QStringLiteral("SHA256:abc")});
        });
    }
    void overview_withoutJobs()
    {
        everyLook(QStringLiteral("overview-0"), [](Window &window) {
            window.connectTo(ConnectionPhase::Connected);
            window.fill(0);
        });
    }
    void overview_withTenJobs()
    {
        everyLook(QStringLiteral("overview-10"), [](Window &window) {
            window.connectTo(ConnectionPhase::Connected);
            window.fill(10);
            window.page.setScope(OverviewPage::Scope::AllJobs);
        });
    }
    void overview_withTwentyThousandJobs()
    {
        everyLook(QStringLiteral("overview-20000"), [](Window &window) {
            window.connectTo(ConnectionPhase::Connected);
            window.fill(20'000);
            window.page.setScope(OverviewPage::Scope::AllJobs);
        });
    }
    void overview_withTheControllerDown()
    {
        everyLook(QStringLiteral("overview-controller-down"), [](Window &window) {
            window.connectTo(ConnectionPhase::Connected);
            window.fill(200);
            ChangeSet down;
            down.problems =
                std::vector<Problem>{{Problem::Subject::Queue,
                                      {},
                                      {ErrorKind::ControllerDown,
                                       QStringLiteral("slurm_load_jobs error: Unable to contact slurm controller")},
                                      kNow - 180'000,
                                      false}};
            window.page.apply(down);
        });
    }
    void overview_withAWrongFilter()
    {
        everyLook(QStringLiteral("overview-filter"), [](Window &window) {
            window.connectTo(ConnectionPhase::WaitingForPerson);
            window.fill(200);
            window.page.setFilterText(QStringLiteral("util<5 & user=alice"));
        });
    }
    void help()
    {
        bothLooks(QStringLiteral("help"), [](const QString &name) {
            Window window;
            window.connectTo(ConnectionPhase::Connected);
            window.fill(40);
            window.resize(1280, 800);
            HelpOverlay overlay(&window);
            window.show();
            overlay.open();
            keep(window, name);
        });
    }
    void connecting()
    {
        bothLooks(QStringLiteral("connect"), [](const QString &name) {
            ConnectDialog dialog;
            dialog.setKnownHosts(
                {{QStringLiteral("juniper"), QStringLiteral("alice@login01.juniper.example through gate"),
                  KnownHost::Origin::Recent},
                 {QStringLiteral("aurora-login"), {}, KnownHost::Origin::Config},
                 {QStringLiteral("frontera"), QStringLiteral("needs the ssh program: GSSAPI"),
                  KnownHost::Origin::Config}});
            dialog.open();
            keep(dialog, name);
            dialog.setHost(QStringLiteral("juniper"));
            ConnectionState state;
            state.phase = ConnectionPhase::Connecting;
            state.progress = {LoginStep::Authenticating, QStringLiteral("gate"), QStringLiteral("publickey")};
            dialog.setConnection(state);
            keep(dialog, name + QStringLiteral("-steps"));
            state.phase = ConnectionPhase::Failed;
            state.error = Error{ErrorKind::TooManyKeys,
                                QStringLiteral("Received disconnect from 10.0.0.1: Too many authentication failures")};
            dialog.setConnection(state);
            dialog.adjustSize();
            keep(dialog, name + QStringLiteral("-failed"));
        });
    }
    void prompts()
    {
        bothLooks(QStringLiteral("prompt"), [](const QString &name) {
            LoginQuestion question;
            question.host = QStringLiteral("juniper");
            question.user = QStringLiteral("alice");
            question.instruction = QStringLiteral("Duo two-factor login for alice\n\nEnter a passcode or select one of "
                                                  "the following options:\n\n 1. Push to XXX-1234\n 2. Phone call");
            question.prompts = {{QStringLiteral("Passcode or option (1-2): "), true}, {QStringLiteral("PIN:"), false}};
            PromptDialog dialog(question);
            dialog.setAttribute(Qt::WA_DeleteOnClose, false);
            dialog.open();
            keep(dialog, name);
            question.kind = LoginQuestion::Kind::HostKey;
            question.keyType = QStringLiteral("ED25519");
            question.fingerprint = QStringLiteral("SHA256:uNiVztksCsDhcc0u9e8BrrOOsd1ZyhQKUnyjyvYB4Ms");
            PromptDialog key(question);
            key.setAttribute(Qt::WA_DeleteOnClose, false);
            key.open();
            keep(key, name + QStringLiteral("-hostkey"));
            ErrorDetail error({ErrorKind::HostKeyChanged, QStringLiteral("recorded SHA256:abc, shown SHA256:def")},
                              QStringLiteral("juniper"));
            error.setAttribute(Qt::WA_DeleteOnClose, false);
            error.open();
            keep(error, name + QStringLiteral("-error"));
        });
    }
    void palette()
    {
        bothLooks(QStringLiteral("palette"), [](const QString &name) {
            CommandPalette dialog;
            dialog.setEntries(
                {{PaletteEntry::Kind::Action, {}, QStringLiteral("Ask for the queue now"), QStringLiteral("F5")},
                 {PaletteEntry::Kind::Job,
                  {},
                  QStringLiteral("resnet50-imagenet"),
                  QStringLiteral("job 4711823 · alice")},
                 {PaletteEntry::Kind::Node, {}, QStringLiteral("n017"), QStringLiteral("node · partly used")}});
            dialog.popup();
            keep(dialog, name);
        });
    }
};

QTEST_MAIN(TestPictures)
#include "tst_pictures.moc"
