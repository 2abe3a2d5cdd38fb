// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
// A person's way through the window, on the real cluster: log in, see the queue, open a running four-node PyTorch job,
// watch it to its end across a bad line; then a node loses its power.
#include "app/session/settings.h"
#include "app/window/clusterview.h"
#include "app/window/eventwatch.h"
#include "app/window/mainwindow.h"
#include "tests/support/cuttingproxy.h"
#include "tests/support/testcluster.h"
#include "tests/support/trainingtruth.h"
#include "widgets/dialogs/connectdialog.h"
#include "widgets/models/jobtablemodel.h"
#include "widgets/pages/jobpage.h"
#include "widgets/pages/jobtableview.h"
#include "widgets/pages/overviewpage.h"
#include "widgets/theme.h"

#include <QDir>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

using namespace paceline;

namespace {

int nodesWithCounters(const JobSnapshot &snapshot, const char *metric)
{
    const auto grid = snapshot.grids.value(MetricId(QString::fromLatin1(metric)));
    int count = 0;
    for (int row = 0; grid && row < grid->rows(); ++row) {
        bool any = false;
        for (int tick = 0; tick < grid->ticks() && !any; ++tick)
            any = !std::isnan(grid->value(tick, row));
        count += any;
    }
    return count;
}

std::vector<TrainingPoint> pointsOf(const Run &run)
{
    std::vector<TrainingPoint> points;
    for (std::size_t i = 0; i < run.size(); ++i) {
        const float loss = run.value(i, QStringLiteral("loss"));
        if (!std::isnan(loss))
            points.push_back(
                {run.place(i).line, qint64(run.place(i).step), loss, run.value(i, QStringLiteral("samples_per_sec"))});
    }
    return points;
}

} // namespace

class TestRealJob : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { QVERIFY2(m_cluster.isUp(), "the test cluster is not up"); }

    void cleanup()
    {
        if (m_job.number != 0)
            m_cluster.on(QStringLiteral("login"), QStringLiteral("scancel %1").arg(m_job.number));
        m_job = {};
    }

    void personWatchesAJob_acrossThreeCuts()
    {
        CuttingProxy proxy(QStringLiteral("10.78.0.1"), 22);
        QTemporaryDir folder;
        Settings settings(folder.filePath(QStringLiteral("paceline.ini")));
        Options options;
        options.configFile = m_cluster.writeProxyConfig(folder, proxy.port());
        options.size = QSize(1280, 800);
        m_job = m_cluster.submitTraining({QStringLiteral("STEP_DELAY=0.15"), QStringLiteral("EPOCHS=60")});
        QVERIFY(m_job.number != 0);

        MainWindow window(settings, options);
        window.show();
        window.start();
        ClusterView *view = logIn(window);
        QVERIFY(view);
        picture(window, "overview");
        openFromTable(*view);
        QTRY_VERIFY_WITH_TIMEOUT(snapshot(*view) && snapshot(*view)->run && snapshot(*view)->run->size() > 5, 60000);
        QTRY_COMPARE_WITH_TIMEOUT(nodesWithCounters(*snapshot(*view), "cpu.busy"), 4, 60000);
        QTRY_VERIFY_WITH_TIMEOUT(nodesWithCounters(*snapshot(*view), "net.receive") == 4, 30000);

        cutThrice(proxy, *view);
        QTRY_VERIFY_WITH_TIMEOUT(m_cluster.stateOf(m_job) == QLatin1String("COMPLETED"), 240000);
        const QByteArray log =
            m_cluster.readHomeFile(QStringLiteral("alice"), QStringLiteral("ddp-%1.out").arg(m_job.number));
        const auto truth = readTrainingTruth(log);
        QVERIFY(truth.size() > 100);
        QTRY_COMPARE_WITH_TIMEOUT(snapshot(*view)->log ? snapshot(*view)->log->readTo : -1, qint64(log.size()), 60000);
        picture(window, "job");
        compare(pointsOf(*snapshot(*view)->run), truth);
    }

    void nodeWithoutPower_isNamed()
    {
        QTemporaryDir folder;
        Settings settings(folder.filePath(QStringLiteral("paceline.ini")));
        Options options;
        options.configFile = m_cluster.sshConfig();
        options.size = QSize(1280, 800);
        options.host = HostSpec{.host = QStringLiteral("vclogin"), .configFile = m_cluster.sshConfig()};
        m_job = m_cluster.submitTraining({QStringLiteral("STEP_DELAY=0.5"), QStringLiteral("EPOCHS=200")},
                                         {QStringLiteral("--nodes=4")});
        QVERIFY(m_job.number != 0);
        QTRY_VERIFY_WITH_TIMEOUT(m_cluster.stateOf(m_job) == QLatin1String("RUNNING"), 60000);
        options.job = m_job;
        MainWindow window(settings, options);
        window.show();
        window.start();
        ClusterView *view = window.currentView();
        QVERIFY(view);
        QTRY_VERIFY_WITH_TIMEOUT(snapshot(*view) && nodesWithCounters(*snapshot(*view), "cpu.busy") == 4, 60000);

        const NodeName victim = snapshot(*view)->probe.nodes.back();
        m_cluster.call({QStringLiteral("poweroff"), victim.value});
        QTRY_COMPARE_WITH_TIMEOUT(snapshot(*view)->probe.silentNodes, std::vector<NodeName>{victim}, 25000);
        const Verdict verdict = view->verdict(m_job);
        picture(window, "job-node-silent");
        m_cluster.call({QStringLiteral("poweron"), victim.value});
        const Statement *silent = verdict.find(Statement::What::NodesSilent);
        QVERIFY(silent);
        QVERIFY(silent->texts.contains(victim.value));
        QVERIFY(verdict.severity >= Severity::Attention);
    }

private:
    std::shared_ptr<const JobSnapshot> snapshot(const ClusterView &view) const
    {
        return view.data().watched.value(m_job);
    }

    /// Through the connect dialog, as a person does.
    ClusterView *logIn(MainWindow &window)
    {
        ConnectDialog *dialog = window.connectDialog();
        if (!dialog)
            return nullptr;
        dialog->setHost(QStringLiteral("through-proxy"));
        picture(*dialog, "connect");
        emit dialog->connectRequested(dialog->host(), ConnectDialog::Pipe::Libssh);
        ClusterView *view = window.currentView();
        [&] { QTRY_COMPARE_WITH_TIMEOUT(view->session().connection().phase, ConnectionPhase::Connected, 30000); }();
        [&] { QTRY_VERIFY_WITH_TIMEOUT(view->data().job(m_job) != nullptr, 30000); }();
        [&] { QTRY_VERIFY_WITH_TIMEOUT(view->data().nodes != nullptr, 30000); }();
        return view;
    }

    /// Double-clicks the row of the job.
    void openFromTable(ClusterView &view)
    {
        auto *table = view.overview().findChild<JobTableView *>();
        QVERIFY(table);
        QModelIndex row;
        const auto find = [&] {
            for (int i = 0; i < table->model()->rowCount() && !row.isValid(); ++i) {
                for (int column = 0; column < table->model()->columnCount(); ++column) {
                    const QModelIndex cell = table->model()->index(i, column);
                    if (cell.data().toString() == QString::number(m_job.number))
                        row = cell;
                }
            }
            return row.isValid();
        };
        QTRY_VERIFY_WITH_TIMEOUT(find(), 10000);
        table->scrollTo(row);
        const QPoint at = table->visualRect(row).center();
        QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, at);
        QTest::mouseDClick(table->viewport(), Qt::LeftButton, {}, at);
        QTRY_COMPARE_WITH_TIMEOUT(view.currentJob(), m_job, 5000);
    }

    /// Cuts at seeded places: with frames of some hundred bytes most fall inside one.
    void cutThrice(CuttingProxy &proxy, const ClusterView &view)
    {
        QRandomGenerator random(20260711);
        std::vector<qint64> cuts;
        for (int i = 0; i < 3; ++i)
            cuts.push_back(random.bounded(12000, 40000));
        QSignalSpy cut(&proxy, &CuttingProxy::cut);
        proxy.cutAfter(cuts);
        QTRY_COMPARE_WITH_TIMEOUT(cut.size(), 3, 240000);
        // The proxy knows of a cut before the window does, so the next connection is what to wait for.
        QTRY_COMPARE_WITH_TIMEOUT(proxy.connections(), 4, 60000);
        QTRY_COMPARE_WITH_TIMEOUT(view.session().connection().phase, ConnectionPhase::Connected, 60000);
    }

    static void compare(const std::vector<TrainingPoint> &got, const std::vector<TrainingPoint> &truth)
    {
        QCOMPARE(got.size(), truth.size());
        for (std::size_t i = 0; i < truth.size(); ++i) {
            QCOMPARE(got[i].line, truth[i].line);
            QCOMPARE(got[i].step, truth[i].step);
            QCOMPARE(float(got[i].loss), float(truth[i].loss));
            QCOMPARE(float(got[i].throughput), float(truth[i].throughput));
        }
    }

    /// Kept beside the test program, for people to look at.
    static void picture(QWidget &widget, const char *name)
    {
        const QDir folder(QCoreApplication::applicationDirPath() + QStringLiteral("/pictures"));
        folder.mkpath(QStringLiteral("."));
        widget.grab().save(folder.filePath(QString::fromLatin1(name) + QStringLiteral(".png")));
    }

    TestCluster m_cluster;
    JobId m_job;
};

int main(int argc, char **argv)
{
    WatchedApplication app(argc, argv);
    applyColorScheme(app, ColorScheme::Light);
    TestRealJob test;
    const int failed = QTest::qExec(&test, argc, argv);
    std::printf("longest GUI event: %.1f ms CPU (%s)\n", app.figures().longestMs, qPrintable(app.figures().longest));
    return failed;
}

#include "tst_realjob.moc"
