// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/link.h"
#include "app/session/linkrelay.h"
#include "tests/support/fakeclock.h"

#include <QSignalSpy>
#include <QTest>

using namespace paceline;

namespace {

/// A pipe whose fate the test decides.
class ScriptedPipe : public BytePipe
{
public:
    using BytePipe::BytePipe;
    void open(const QByteArray &) override {}
    void write(const QByteArray &) override {}
    qint64 pendingBytes() const override { return 0; }
    void close() override {}
    void answer(quint64 id, bool accepted, const QStringList &) override
    {
        answeredId = id;
        answeredYes = accepted;
    }
    ReconnectMeans reconnectMeans() const override { return means; }

    ReconnectMeans means = ReconnectMeans::Silent;
    quint64 answeredId = 0;
    bool answeredYes = false;
};

class ScriptedRelay : public Relay
{
public:
    explicit ScriptedRelay(std::unique_ptr<BytePipe> pipe)
        : m_pipe(std::move(pipe))
    {
    }
    Pending<CommandOutput> run(const CommandRequest &) override { return {}; }
    Pending<FilePull> pull(const PullRequest &) override { return {}; }
    RequestId openStream(const CommandRequest &) override { return 0; }
    void sendLine(RequestId, const QByteArray &) override {}
    void stopStream(RequestId, int) override {}
    void cancel(RequestId) override {}
    void shutdown() override {}
    std::unique_ptr<BytePipe> m_pipe;
};

struct Rig
{
    FakeClock clock;
    LinkRelay relay;
    int made = 0;
    ScriptedPipe *pipe = nullptr;
    ScriptedRelay *remote = nullptr;
    ReconnectMeans means = ReconnectMeans::Silent;
    std::optional<Error> makeError;
    Link link{HostSpec{.host = QStringLiteral("h")}, parts(), relay, clock};
    ConnectionState state;

    Rig()
    {
        QObject::connect(&link, &HostLink::stateChanged, &link, [this](const ConnectionState &s) { state = s; });
    }
    LinkParts parts()
    {
        return {[this](const HostSpec &, QObject *, LinkParts::PipeReady done) {
                    ++made;
                    if (makeError) {
                        done(tl::unexpected(*makeError));
                        return;
                    }
                    auto p = std::make_unique<ScriptedPipe>();
                    p->means = means;
                    pipe = p.get();
                    done(std::move(p));
                },
                [this](std::unique_ptr<BytePipe> p) {
                    auto r = std::shared_ptr<ScriptedRelay>(new ScriptedRelay(std::move(p)),
                                                            [](ScriptedRelay *spent) { spent->deleteLater(); });
                    remote = r.get();
                    return std::shared_ptr<Relay>(r);
                }};
    }
    void ask()
    {
        LoginQuestion question;
        question.id = 7;
        emit pipe->questionAsked(question);
    }
    void lose(ErrorKind kind) { emit remote->ended(Error{kind, {}}); }
};

} // namespace

class TestLink : public QObject
{
    Q_OBJECT
private slots:
    void reachesConnected_whenTheRelayIsReady()
    {
        Rig rig;
        QSignalSpy up(&rig.link, &HostLink::up);
        rig.link.connectToHost();
        QCOMPARE(rig.state.phase, ConnectionPhase::Connecting);
        QVERIFY(!rig.relay.isUp());
        emit rig.remote->ready();
        QCOMPARE(rig.state.phase, ConnectionPhase::Connected);
        QVERIFY(rig.relay.isUp());
        QCOMPARE(up.size(), 1);
    }

    void refusedLogin_isNeverTriedAgain()
    {
        Rig rig;
        rig.link.connectToHost();
        rig.lose(ErrorKind::AuthenticationFailed);
        QCOMPARE(rig.state.phase, ConnectionPhase::Failed);
        QCOMPARE(rig.state.error->kind, ErrorKind::AuthenticationFailed);
        QCOMPARE(rig.made, 1);
        QCOMPARE(rig.state.nextTryMs, 0);
    }

    void lossOfASilentLogin_isTriedAgainAfterAWait()
    {
        Rig rig;
        rig.link.connectToHost();
        emit rig.remote->ready();
        rig.lose(ErrorKind::Disconnected);
        QCOMPARE(rig.state.phase, ConnectionPhase::Reconnecting);
        QVERIFY(!rig.relay.isUp());
        const qint64 wait = rig.state.nextTryMs - rig.clock.nowMs();
        QVERIFY2(wait >= 750 && wait <= 1250, QByteArray::number(wait));
        QTRY_COMPARE_WITH_TIMEOUT(rig.made, 2, 3000);
        emit rig.remote->ready();
        QCOMPARE(rig.state.phase, ConnectionPhase::Connected);
    }

    void lossOfALoginThatAsked_waitsForThePerson()
    {
        Rig rig;
        rig.link.connectToHost();
        QSignalSpy asked(&rig.link, &HostLink::questionAsked);
        rig.ask();
        QCOMPARE(asked.size(), 1);
        rig.link.answer(7, true, {QStringLiteral("x")});
        QVERIFY(rig.pipe->answeredYes);
        emit rig.remote->ready();
        rig.lose(ErrorKind::Disconnected);
        QCOMPARE(rig.state.phase, ConnectionPhase::WaitingForPerson);
        rig.link.reconnectNow();
        QCOMPARE(rig.state.phase, ConnectionPhase::Connecting);
        rig.ask();
        QCOMPARE(asked.size(), 2);
    }

    void lossOfALoginThatAskedAboutTheHostKeyAlone_isTriedAgain()
    {
        Rig rig;
        rig.link.connectToHost();
        LoginQuestion question;
        question.kind = LoginQuestion::Kind::HostKey;
        emit rig.pipe->questionAsked(question);
        emit rig.remote->ready();
        rig.lose(ErrorKind::Disconnected);
        QCOMPARE(rig.state.phase, ConnectionPhase::Reconnecting);
    }

    void attemptOfItsOwn_neverShowsAQuestion()
    {
        Rig rig;
        rig.link.connectToHost();
        emit rig.remote->ready();
        rig.lose(ErrorKind::Disconnected);
        QTRY_COMPARE_WITH_TIMEOUT(rig.made, 2, 3000);
        QSignalSpy asked(&rig.link, &HostLink::questionAsked);
        rig.ask();
        QCOMPARE(asked.size(), 0);
        QCOMPARE(rig.pipe->answeredId, quint64(7));
        QVERIFY(!rig.pipe->answeredYes);
        rig.lose(ErrorKind::Cancelled);
        QCOMPARE(rig.state.phase, ConnectionPhase::WaitingForPerson);
        QCOMPARE(rig.state.error->kind, ErrorKind::NeedsInteraction);
    }

    void changedHostKeyOnReconnect_ends()
    {
        Rig rig;
        rig.link.connectToHost();
        emit rig.remote->ready();
        rig.lose(ErrorKind::Disconnected);
        QTRY_COMPARE_WITH_TIMEOUT(rig.made, 2, 3000);
        rig.lose(ErrorKind::HostKeyChanged);
        QCOMPARE(rig.state.phase, ConnectionPhase::Failed);
    }

    void disconnecting_makesLateAnswersStale()
    {
        Rig rig;
        rig.link.connectToHost();
        rig.link.disconnectFromHost();
        QCOMPARE(rig.state.phase, ConnectionPhase::Disconnected);
        emit rig.remote->ready();
        QCOMPARE(rig.state.phase, ConnectionPhase::Disconnected);
        QVERIFY(!rig.relay.isUp());
    }

    void unreadableConfiguration_failsTheLogin()
    {
        Rig rig;
        rig.makeError = Error{ErrorKind::Malformed, QStringLiteral("line 3")};
        rig.link.connectToHost();
        QCOMPARE(rig.state.phase, ConnectionPhase::Failed);
        QCOMPARE(rig.state.error->detail, QStringLiteral("line 3"));
    }

    void requestWithoutAConnection_isAnsweredAtOnce()
    {
        LinkRelay relay;
        const auto pending = relay.run({.command = "true"});
        QVERIFY(pending.result.isFinished());
        QCOMPARE(pending.result.result().error().kind, ErrorKind::Disconnected);
        QSignalSpy ended(&relay, &Relay::streamEnded);
        const RequestId stream = relay.openStream({.command = "cat"});
        QCOMPARE(ended.size(), 0);
        QTRY_COMPARE(ended.size(), 1);
        QCOMPARE(ended.at(0).at(0).value<RequestId>(), stream);
    }
};

QTEST_GUILESS_MAIN(TestLink)
#include "tst_link.moc"
