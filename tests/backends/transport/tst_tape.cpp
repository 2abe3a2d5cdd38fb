// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/transport/recordingrelay.h"
#include "backends/transport/taperelay.h"
#include "tests/support/fakeclock.h"
#include "tests/support/fakerelay.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace paceline;

/// A recorded session replays as it was; damage costs what lies behind it.
class TestTape : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void answers_areThoseOfTheTapesTime();
    void errors_areReplayed();
    void unknownKey_isNotFound();
    void file_growsAsItGrew();
    void file_neverReadPartIsBlank();
    void file_replacedIsAnotherFile();
    void stream_givesDataAsTheirTimeComes();
    void stream_fedByLinesAnswersLines();
    void stream_fedByLinesGreetsFirstAndFitsItsAnswers();
    void stream_endOfALostConnectionIsNotItsEnd();
    void secrets_areNotRecorded();
    void secrets_metricsStay();
    void names_areReplacedAtEqualLength();
    void everyPrefix_isAnErrorOrWhatIsWhole();
    void everyFlippedByte_crashesNothing();
    void crashedRecording_isReadable();
    void clock_runsAtItsSpeedAndStopsAtTheEnd();

private:
    void record(TapeScrub scrub = {});
    std::shared_ptr<const Tape> finishedTape();
    QByteArray tapeFile() const;
    void recordSession();

    QTemporaryDir m_folder;
    std::unique_ptr<FakeClock> m_clock;
    std::unique_ptr<FakeRelay> m_inner;
    std::unique_ptr<RecordingRelay> m_recorder;
};

static constexpr qint64 kStart = 1'700'000'000'000;

template <class T>
static Result<T> resultOf(const Pending<T> &pending)
{
    return pending.result.isFinished() ? pending.result.result()
                                       : failure(ErrorKind::Internal, QStringLiteral("unfinished"));
}

void TestTape::init()
{
    m_recorder.reset();
    m_clock = std::make_unique<FakeClock>(kStart);
    m_inner = std::make_unique<FakeRelay>();
    m_recorder = std::make_unique<RecordingRelay>(*m_inner, *m_clock);
}

void TestTape::record(TapeScrub scrub)
{
    const Result<void> started = m_recorder->startRecording(m_folder.filePath(QStringLiteral("t.paceline")),
                                                            QStringLiteral("hpc"), std::move(scrub));
    QVERIFY(started.has_value());
}

QByteArray TestTape::tapeFile() const
{
    QFile file(m_folder.filePath(QStringLiteral("t.paceline")));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

std::shared_ptr<const Tape> TestTape::finishedTape()
{
    m_recorder->stopRecording();
    const auto tape = Tape::load(m_folder.filePath(QStringLiteral("t.paceline")));
    if (!tape) {
        QTest::qFail(qPrintable(tape.error().detail), __FILE__, __LINE__);
        return nullptr;
    }
    return *tape;
}

void TestTape::answers_areThoseOfTheTapesTime()
{
    record();
    for (const char *out : {"first", "second"}) {
        m_inner->hold("squeue");
        m_inner->script("squeue", QByteArray(out));
        m_recorder->run({.command = "squeue -o long", .key = "squeue"});
        m_clock->advance(30000);
    }
    const auto tape = finishedTape();
    QVERIFY(tape);
    QCOMPARE(tape->host, QStringLiteral("hpc"));
    QCOMPARE(tape->startMs, kStart);
    QCOMPARE(tape->endMs, kStart + 60000);
    QVERIFY(!tape->isCut);
    FakeClock base;
    TapeClock clock(tape->startMs, tape->endMs, base, 2);
    TapeRelay relay(tape, clock);
    const auto out = [&] { return resultOf(relay.run({.command = "something else", .key = "squeue"}))->out; };
    QCOMPARE(out(), QByteArray("first"));
    base.advance(14999);
    QCOMPARE(out(), QByteArray("first"));
    base.advance(1);
    QCOMPARE(out(), QByteArray("second"));
    base.advance(1000000);
    QCOMPARE(out(), QByteArray("second"));
}

void TestTape::errors_areReplayed()
{
    record();
    m_inner->script("a", Result<CommandOutput>(failure(ErrorKind::TimedOut, QStringLiteral("12 s"))));
    m_inner->script("b", Result<CommandOutput>(failure(ErrorKind::Disconnected, QStringLiteral("ours"))));
    m_recorder->run({.command = "a"});
    m_recorder->run({.command = "b"});
    const auto tape = finishedTape();
    QVERIFY(tape);
    FakeClock base;
    TapeClock clock(tape->startMs, tape->endMs, base);
    TapeRelay relay(tape, clock);
    QCOMPARE(resultOf(relay.run({.command = "a"})).error(), (Error{ErrorKind::TimedOut, QStringLiteral("12 s")}));
    QCOMPARE(resultOf(relay.run({.command = "b"})).error().kind, ErrorKind::NotFound);
}

void TestTape::unknownKey_isNotFound()
{
    record();
    const auto tape = finishedTape();
    QVERIFY(tape);
    FakeClock base;
    TapeClock clock(tape->startMs, tape->endMs, base);
    TapeRelay relay(tape, clock);
    QSignalSpy ended(&relay, &Relay::streamEnded);
    QCOMPARE(resultOf(relay.run({.command = "x"})).error().kind, ErrorKind::NotFound);
    QCOMPARE(resultOf(relay.pull({.path = "/x"})).error().kind, ErrorKind::NotFound);
    relay.openStream({.command = "x"});
    QTRY_COMPARE(ended.size(), 1);
    QCOMPARE(ended[0][2].value<Error>().kind, ErrorKind::NotFound);
}

void TestTape::file_growsAsItGrew()
{
    record();
    m_inner->setFile("/log", "one\n");
    m_recorder->pull({.path = "/log"});
    m_clock->advance(20000);
    m_inner->setFile("/log", "one\ntwo\n"); // read from the start again: only the news is kept
    m_recorder->pull({.path = "/log"});
    m_clock->advance(20000);
    m_inner->setFile("/log", "one\ntwo\nthree\n");
    m_recorder->pull({.path = "/log", .offset = 8});
    const auto tape = finishedTape();
    QVERIFY(tape);
    QCOMPARE(tape->files.value("/log").size(), 3u);
    QCOMPARE(tape->files.value("/log")[1].pull->bytes, QByteArray("two\n"));
    FakeClock base;
    TapeClock clock(tape->startMs, tape->endMs, base);
    TapeRelay relay(tape, clock);
    const auto pulled = [&](qint64 offset) {
        return *resultOf(relay.pull({.path = "/log", .offset = offset, .maxBytes = 9}));
    };
    QCOMPARE(pulled(0).bytes, QByteArray("one\n"));
    QCOMPARE(pulled(4).bytes, QByteArray());
    base.advance(20000);
    QCOMPARE(pulled(4).bytes, QByteArray("two\n"));
    base.advance(20000);
    QCOMPARE(pulled(2).bytes, QByteArray("e\ntwo\nthr"));
    QCOMPARE(pulled(2).size, 14);
    QCOMPARE(pulled(2).offset, 2);
}

void TestTape::file_neverReadPartIsBlank()
{
    record();
    m_inner->setFile("/log", QByteArray(1000, 'x') + "tail\n");
    m_recorder->pull({.path = "/log", .offset = 1000});
    const auto tape = finishedTape();
    QVERIFY(tape);
    FakeClock base;
    TapeClock clock(tape->startMs, tape->endMs, base);
    TapeRelay relay(tape, clock);
    QCOMPARE(resultOf(relay.pull({.path = "/log"}))->bytes, QByteArray(1000, '\n') + "tail\n");
}

void TestTape::file_replacedIsAnotherFile()
{
    record();
    m_inner->setFile("/log", "a long first life\n", 1);
    m_recorder->pull({.path = "/log"});
    m_clock->advance(20000);
    m_inner->setFile("/log", "second\n", 2);
    m_recorder->pull({.path = "/log"});
    const auto tape = finishedTape();
    QVERIFY(tape);
    FakeClock base;
    TapeClock clock(tape->startMs, tape->endMs, base);
    TapeRelay relay(tape, clock);
    QCOMPARE(resultOf(relay.pull({.path = "/log"}))->inode, 1u);
    base.advance(20000);
    QCOMPARE(resultOf(relay.pull({.path = "/log"}))->bytes, QByteArray("second\n"));
    QCOMPARE(resultOf(relay.pull({.path = "/log"}))->inode, 2u);
}

void TestTape::stream_givesDataAsTheirTimeComes()
{
    record();
    const RequestId recorded = m_recorder->openStream({.command = "tail", .key = "tail"});
    for (const char *line : {"a\n", "b\n", "c\n"}) {
        m_clock->advance(1000);
        emit m_inner->streamData(recorded, line);
    }
    emit m_inner->streamEnded(recorded, 3, Error{});
    const auto tape = finishedTape();
    QVERIFY(tape);
    FakeClock base;
    TapeClock clock(tape->startMs, tape->endMs, base);
    TapeRelay relay(tape, clock);
    QByteArray out;
    connect(&relay, &Relay::streamData, this, [&](RequestId, const QByteArray &bytes) { out += bytes; });
    QSignalSpy ended(&relay, &Relay::streamEnded);
    const RequestId stream = relay.openStream({.command = "tail", .key = "tail"});
    base.advance(2000);
    QTRY_COMPARE(out, QByteArray("a\nb\n"));
    QCOMPARE(ended.size(), 0);
    base.advance(5000);
    QTRY_COMPARE(ended.size(), 1);
    QCOMPARE(out, QByteArray("a\nb\nc\n"));
    QCOMPARE(ended[0][0].value<RequestId>(), stream);
    QCOMPARE(ended[0][1].toInt(), 3);
}

void TestTape::stream_fedByLinesAnswersLines()
{
    record();
    const RequestId recorded = m_recorder->openStream({.command = "probe"});
    for (const char *sample : {"s1\n", "s2\n"}) {
        m_recorder->sendLine(recorded, "tick with a secret");
        m_clock->advance(100);
        emit m_inner->streamData(recorded, sample);
        m_clock->advance(900);
    }
    const auto tape = finishedTape();
    QVERIFY(tape);
    QCOMPARE(tape->streams.value("probe")[1].bytes, QByteArray());
    FakeClock base;
    TapeClock clock(tape->startMs, tape->endMs, base);
    TapeRelay relay(tape, clock);
    QByteArray out;
    connect(&relay, &Relay::streamData, this, [&](RequestId, const QByteArray &bytes) { out += bytes; });
    QSignalSpy ended(&relay, &Relay::streamEnded);
    const RequestId stream = relay.openStream({.command = "probe"});
    base.advance(500);
    relay.sendLine(stream, "tick");
    QTRY_COMPARE(out, QByteArray("s1\n"));
    base.advance(1000);
    relay.sendLine(stream, "tick");
    QTRY_COMPARE(out, QByteArray("s1\ns2\n"));
    relay.stopStream(stream);
    QTRY_COMPARE(ended.size(), 1);
    QCOMPARE(ended[0][2].value<Error>().kind, ErrorKind::Cancelled);
}

void TestTape::stream_fedByLinesGreetsFirstAndFitsItsAnswers()
{
    record();
    const RequestId recorded = m_recorder->openStream({.command = "probe"});
    m_clock->advance(100);
    emit m_inner->streamData(recorded, "hello\n");
    for (const char *sample : {"t=1\n", "t=2\n"}) {
        m_clock->advance(1000);
        m_recorder->sendLine(recorded, "tick");
        emit m_inner->streamData(recorded, sample);
    }
    const auto tape = finishedTape();
    QVERIFY(tape);
    FakeClock base;
    TapeClock clock(tape->startMs, tape->endMs, base);
    TapeRelay relay(tape, clock);
    relay.setRefit([](const QByteArray &answer, const QByteArray &line) { return line + " for " + answer; });
    QByteArray out;
    connect(&relay, &Relay::streamData, this, [&](RequestId, const QByteArray &bytes) { out += bytes; });
    base.advance(1900); // behind the greeting and the first tick
    const RequestId stream = relay.openStream({.command = "probe"});
    QTRY_COMPARE(out, QByteArray("hello\n"));
    relay.sendLine(stream, "7");
    QTRY_COMPARE(out, QByteArray("hello\n7 for t=1\n"));
    base.advance(5000);
    relay.sendLine(stream, "8");
    QTRY_COMPARE(out, QByteArray("hello\n7 for t=1\n8 for t=2\n"));
}

void TestTape::stream_endOfALostConnectionIsNotItsEnd()
{
    record();
    const RequestId first = m_recorder->openStream({.command = "tail"});
    emit m_inner->streamEnded(first, -1, {ErrorKind::Disconnected, {}});
    m_clock->advance(1000);
    const RequestId second = m_recorder->openStream({.command = "tail"});
    m_clock->advance(1000);
    emit m_inner->streamData(second, "after");
    const auto tape = finishedTape();
    QVERIFY(tape);
    FakeClock base;
    TapeClock clock(tape->startMs, tape->endMs, base);
    TapeRelay relay(tape, clock);
    QByteArray out;
    connect(&relay, &Relay::streamData, this, [&](RequestId, const QByteArray &bytes) { out += bytes; });
    QSignalSpy ended(&relay, &Relay::streamEnded);
    relay.openStream({.command = "tail"});
    base.advance(3000);
    QTRY_COMPARE(out, QByteArray("after"));
    QCOMPARE(ended.size(), 0);
}

void TestTape::secrets_areNotRecorded()
{
    const QByteArray secrets =
        "WANDB_API_KEY=0123456789abcdef0123\nexport HF_TOKEN='hf_abcdefghijklmnopqrstuv'\n"
        "password: hunter2\nghp_ABCDEFGHIJKLMNOPqrst plain\n"
        "-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1rZXk\n-----END OPENSSH PRIVATE KEY-----\n";
    const QByteArray scrubbed = TapeScrub{}.scrubbed(secrets);
    QCOMPARE(scrubbed.size(), secrets.size());
    for (const char *secret : {"0123456789abcdef", "abcdefghijklmno", "hunter2", "ABCDEFGHIJKLMNOP", "b3BlbnNz"})
        QVERIFY2(!scrubbed.contains(secret), scrubbed);
    QVERIFY(scrubbed.contains(" plain\n"));
}

void TestTape::secrets_metricsStay()
{
    const QByteArray log = "step 10 loss 2.5 tokens: 4096 tokens/s=125000 num_tokens=8388608 lr=1e-4 tokenizer=gpt2\n";
    QCOMPARE(TapeScrub{}.scrubbed(log), log);
}

void TestTape::names_areReplacedAtEqualLength()
{
    const TapeScrub scrub{.names = {{"/home/alice", "/home/user"}, {"alice", "user"}}};
    QCOMPARE(scrub.scrubbed("alice /home/alice/x"), QByteArray("useru /home/user//x"));
}

void TestTape::recordSession()
{
    record();
    m_inner->script("squeue", QByteArray(3000, 'q'));
    m_inner->setFile("/log", "epoch 1 loss 2.5\n");
    const RequestId stream = m_recorder->openStream({.command = "probe"});
    for (int i = 0; i < 10; ++i) {
        m_recorder->run({.command = "squeue"});
        m_recorder->pull({.path = "/log"});
        m_recorder->sendLine(stream, "t");
        emit m_inner->streamData(stream, "sample " + QByteArray::number(i * 7919) + '\n');
        m_clock->advance(2000);
    }
}

void TestTape::everyPrefix_isAnErrorOrWhatIsWhole()
{
    recordSession();
    const auto whole = finishedTape();
    QVERIFY(whole);
    const QByteArray file = tapeFile();
    size_t answers = 0;
    for (qsizetype size = 0; size < file.size(); ++size) {
        const auto tape = Tape::parse(file.left(size));
        if (!tape) {
            QCOMPARE(tape.error().kind, ErrorKind::Malformed);
            QCOMPARE(answers, 0u); // once there is something, more bytes take nothing away
            continue;
        }
        QVERIFY((*tape)->isCut);
        const std::vector<Tape::Answer> got = (*tape)->answers.value("squeue");
        QVERIFY(got.size() >= answers);
        answers = got.size();
        for (const Tape::Answer &answer : got)
            QCOMPARE(answer.result->out, QByteArray(3000, 'q'));
    }
    QCOMPARE(answers, whole->answers.value("squeue").size());
}

void TestTape::everyFlippedByte_crashesNothing()
{
    recordSession();
    m_recorder->stopRecording();
    const QByteArray file = tapeFile();
    for (qsizetype i = 0; i < file.size(); ++i) {
        QByteArray damaged = file;
        damaged[i] = char(damaged[i] ^ 0x5a);
        const auto tape = Tape::parse(damaged);
        QVERIFY(!tape || (*tape)->endMs >= (*tape)->startMs);
    }
}

void TestTape::crashedRecording_isReadable()
{
    recordSession();
    const auto tape = Tape::parse(tapeFile()); // still open
    QVERIFY(tape.has_value());
    QVERIFY((*tape)->isCut);
    QVERIFY2((*tape)->answers.value("squeue").size() >= 8, "more than the last second is lost");
}

void TestTape::clock_runsAtItsSpeedAndStopsAtTheEnd()
{
    FakeClock base(50);
    TapeClock clock(1000, 100000, base, 4);
    base.advance(100);
    QCOMPARE(clock.nowMs(), 1400);
    clock.setSpeed(0.01);
    QCOMPARE(clock.speed(), TapeClock::kMinSpeed);
    base.advance(400);
    QCOMPARE(clock.nowMs(), 1500);
    clock.setSpeed(0);
    base.advance(1000);
    QCOMPARE(clock.nowMs(), 1500);
    clock.setSpeed(1000);
    QCOMPARE(clock.speed(), TapeClock::kMaxSpeed);
    base.advance(1'000'000);
    QCOMPARE(clock.nowMs(), 100000);
    clock.seek(5);
    QCOMPARE(clock.nowMs(), 1000);
}

QTEST_GUILESS_MAIN(TestTape)
#include "tst_tape.moc"
