// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/backends/transport/pipecontract.h"

#include "backends/core/text.h"

#include <QCryptographicHash>
#include <QElapsedTimer>
#include <QFile>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

namespace paceline {

static constexpr int kWaitMs = 30000;

#define COMPARE_SOON(actual, expected) QTRY_COMPARE_WITH_TIMEOUT(actual, expected, kWaitMs)
#define VERIFY_SOON(condition) QTRY_VERIFY_WITH_TIMEOUT(condition, kWaitMs)

namespace {

/// What became of one stream.
struct Heard
{
    explicit Heard(PipeRelay &relay)
    {
        QObject::connect(&relay, &Relay::streamData, &context,
                         [this](RequestId id, const QByteArray &bytes) { out[id] += bytes; });
        QObject::connect(&relay, &Relay::streamError, &context,
                         [this](RequestId id, const QByteArray &bytes) { err[id] += bytes; });
        QObject::connect(&relay, &Relay::streamEnded, &context, [this](RequestId id, int status, const Error &reason) {
            ends[id] += 1;
            statuses[id] = status;
            reasons[id] = reason;
        });
    }
    QObject context;
    QHash<RequestId, QByteArray> out, err;
    QHash<RequestId, int> ends, statuses;
    QHash<RequestId, Error> reasons;
};

QByteArray fileContent(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void writeFile(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

QByteArray randomBytes(qsizetype count)
{
    QByteArray bytes(count, Qt::Uninitialized);
    QRandomGenerator generator(7);
    for (char &c : bytes)
        c = char(generator.generate());
    return bytes;
}

template <class T>
T valueSoon(const Pending<T> &pending)
{
    if (!QTest::qWaitFor([&] { return pending.result.isFinished(); }, kWaitMs)) {
        QTest::qFail("no answer", __FILE__, __LINE__);
        return {};
    }
    const Result<T> result = pending.result.result();
    if (!result) {
        QTest::qFail(
            qPrintable(QStringLiteral("error %1: %2").arg(int(result.error().kind)).arg(result.error().detail)),
            __FILE__, __LINE__);
        return {};
    }
    return *result;
}

template <class T>
std::optional<ErrorKind> errorSoon(const Pending<T> &pending)
{
    if (!QTest::qWaitFor([&] { return pending.result.isFinished(); }, kWaitMs) || pending.result.result())
        return std::nullopt;
    return pending.result.result().error().kind;
}

} // namespace

std::unique_ptr<PipeRelay> PipeContract::readyRelay()
{
    auto relay = std::make_unique<PipeRelay>(makePipe(), relayOptions());
    bool isReady = false;
    QString reason;
    connect(relay.get(), &Relay::ready, relay.get(), [&] { isReady = true; });
    const auto ended =
        connect(relay.get(), &Relay::ended, relay.get(), [&](const Error &error) { reason = error.detail; });
    relay->start();
    if (!QTest::qWaitFor([&] { return isReady; }, kWaitMs)) {
        QTest::qFail(qPrintable(QStringLiteral("the relay is not ready: ") + reason), __FILE__, __LINE__);
        return nullptr;
    }
    disconnect(ended);
    relay->disconnect(SIGNAL(ready()));
    return relay;
}

#define RELAY_OR_RETURN(name)                                                                                          \
    const std::unique_ptr<PipeRelay> name = readyRelay();                                                              \
    if (!name)                                                                                                         \
    return

void PipeContract::pipe_opensOnceAndClosesOnce()
{
    const std::unique_ptr<BytePipe> pipe = makePipe();
    QSignalSpy opened(pipe.get(), &BytePipe::opened), closed(pipe.get(), &BytePipe::closed);
    pipe->open("exec cat");
    COMPARE_SOON(opened.size(), 1);
    QCOMPARE(closed.size(), 0);
    pipe->close();
    COMPARE_SOON(closed.size(), 1);
    pipe->close();
    pipe->write("late");
    QCOMPARE(opened.size(), 1);
    QCOMPARE(closed.size(), 1);
}

void PipeContract::pipe_carriesBytesUnchanged()
{
    const std::unique_ptr<BytePipe> pipe = makePipe();
    QSignalSpy opened(pipe.get(), &BytePipe::opened);
    QByteArray echoed;
    connect(pipe.get(), &BytePipe::received, this, [&](const QByteArray &bytes) { echoed += bytes; });
    pipe->open("exec cat");
    COMPARE_SOON(opened.size(), 1);
    const QByteArray sent = randomBytes(3 << 20);
    pipe->write(sent);
    VERIFY_SOON(echoed.size() >= sent.size());
    QVERIFY(echoed.endsWith(sent)); // start files may print before
    COMPARE_SOON(pipe->pendingBytes(), 0);
}

void PipeContract::pipe_closeAnswersCancelled()
{
    const std::unique_ptr<BytePipe> pipe = makePipe();
    std::optional<Error> reason;
    connect(pipe.get(), &BytePipe::closed, this, [&](const Error &error) { reason = error; });
    pipe->open("exec cat");
    pipe->close();
    VERIFY_SOON(reason.has_value());
    QCOMPARE(reason->kind, ErrorKind::Cancelled);
}

void PipeContract::pipe_reportsTheEndOfTheCommand()
{
    const std::unique_ptr<BytePipe> pipe = makePipe();
    std::optional<Error> reason;
    QByteArray printed;
    connect(pipe.get(), &BytePipe::closed, this, [&](const Error &error) { reason = error; });
    connect(pipe.get(), &BytePipe::received, this, [&](const QByteArray &bytes) { printed += bytes; });
    pipe->open("echo last words; exit 3");
    VERIFY_SOON(reason.has_value());
    QCOMPARE(reason->kind, ErrorKind::Disconnected);
    QVERIFY2(printed.endsWith("last words\n"), printed);
}

void PipeContract::run_tellsStatusAndKeepsStreamsApart()
{
    RELAY_OR_RETURN(relay);
    const CommandOutput output = valueSoon(relay->run({.command = "echo out; echo err >&2; exit 7"}));
    QCOMPARE(output.exitStatus, 7);
    QCOMPARE(output.out, QByteArray("out\n"));
    QCOMPARE(output.err, QByteArray("err\n"));
    QVERIFY(!output.truncated);
    QCOMPARE(valueSoon(relay->run({.command = "true"})).out, QByteArray());
    QCOMPARE(valueSoon(relay->run({.command = "if then"})).exitStatus != 0,
             true); // a syntax error ends nothing but itself
    QCOMPARE(valueSoon(relay->run({.command = "cat; echo end"})).out, QByteArray("end\n")); // its input is empty
    QCOMPARE(valueSoon(relay->run({.command = "kill -9 $$"})).exitStatus, 137);
}

void PipeContract::run_takesAnyCommandTextWordForWord()
{
    RELAY_OR_RETURN(relay);
    const QByteArray nasty = "a'b\"c\n$HOME `id` \\ \t;|& \xff\xc3 * @0123 \r\x1b\x7f!%s";
    QCOMPARE(valueSoon(relay->run({.command = "printf %s " + shellQuoted(nasty)})).out, nasty);
    const QByteArray longText(100000, 'x');
    QCOMPARE(valueSoon(relay->run({.command = "printf %s " + longText})).out, longText);
    QCOMPARE(errorSoon(relay->run({.command = QByteArray(200000, 'x')})), ErrorKind::TooLarge);
}

void PipeContract::run_carriesBinaryOutput()
{
    RELAY_OR_RETURN(relay);
    const QByteArray bytes = randomBytes(300000);
    const QString path = sharedFolder() + QStringLiteral("/binary");
    writeFile(path, bytes);
    const CommandOutput output = valueSoon(relay->run({.command = "cat " + shellQuoted(path.toUtf8())}));
    QCOMPARE(output.out.size(), bytes.size());
    QVERIFY(output.out == bytes);
}

void PipeContract::run_timesOutAndEndsTheWholeProcessGroup()
{
    RELAY_OR_RETURN(relay);
    const QString path = sharedFolder() + QStringLiteral("/pids");
    writeFile(path, {});
    QFile(path).setPermissions(QFile::Permissions(0x6666));
    const auto pending =
        relay->run({.command = "sleep 300 & echo $! >" + shellQuoted(path.toUtf8()) + "; sleep 301", .timeoutMs = 700});
    QCOMPARE(errorSoon(pending), ErrorKind::TimedOut);
    const QByteArray child = fileContent(path);
    QVERIFY(child.trimmed().toInt() > 0);
    // The host may number its processes otherwise than the test: ask the host. A zombie has ended too.
    const QByteArray runs = "grep -qs '^State:.[^ZX]' /proc/" + child.trimmed() + "/status";
    QTRY_VERIFY_WITH_TIMEOUT(valueSoon(relay->run({.command = runs})).exitStatus != 0, kWaitMs);
}

void PipeContract::run_limitsOutput()
{
    RELAY_OR_RETURN(relay);
    const CommandOutput output = valueSoon(relay->run({.command = "yes", .maxBytes = 100000}));
    QVERIFY(output.truncated);
    QCOMPARE(output.out.size(), 100000);
    const CommandOutput exact = valueSoon(relay->run({.command = "head -c 1000 /dev/zero", .maxBytes = 1000}));
    QVERIFY(!exact.truncated);
    QCOMPARE(exact.out.size(), 1000);
}

void PipeContract::run_servesManyAtOnce()
{
    RELAY_OR_RETURN(relay);
    std::vector<Pending<CommandOutput>> pending;
    for (int i = 0; i < 60; ++i)
        pending.push_back(relay->run(
            {.command = "echo " + QByteArray::number(i) + "; head -c " + QByteArray::number(i * 1000) + " /dev/zero"}));
    for (int i = 0; i < 60; ++i) {
        const QByteArray out = valueSoon(pending[size_t(i)]).out;
        QCOMPARE(out, QByteArray::number(i) + '\n' + QByteArray(i * 1000, '\0'));
    }
}

void PipeContract::run_cancelEndsIt()
{
    RELAY_OR_RETURN(relay);
    const auto pending = relay->run({.command = "exec sleep 300"});
    relay->cancel(pending.id);
    QCOMPARE(errorSoon(pending), ErrorKind::Cancelled);
    relay->cancel(pending.id);
    relay->cancel(12345678);
    QCOMPARE(valueSoon(relay->run({.command = "echo on"})).out, QByteArray("on\n"));
}

void PipeContract::pull_readsPiecesAndFacts()
{
    RELAY_OR_RETURN(relay);
    const QByteArray bytes = randomBytes(900000);
    const QByteArray path = sharedFolder().toUtf8() + "/it's a log";
    writeFile(QString::fromUtf8(path), bytes);
    const FilePull middle = valueSoon(relay->pull({.path = path, .offset = 12345, .maxBytes = 70001}));
    QVERIFY(middle.bytes == bytes.mid(12345, 70001));
    QCOMPARE(middle.offset, 12345);
    QCOMPARE(middle.size, bytes.size());
    QVERIFY(middle.inode > 0);
    QVERIFY(qAbs(middle.mtimeMs - QDateTime::currentMSecsSinceEpoch()) < 60000);
    const FilePull whole = valueSoon(relay->pull({.path = path, .maxBytes = 10 << 20}));
    QVERIFY(whole.bytes == bytes);
    const FilePull beyond = valueSoon(relay->pull({.path = path, .offset = 1000000}));
    QCOMPARE(beyond.bytes, QByteArray());
    QCOMPARE(beyond.size, bytes.size());
}

void PipeContract::pull_tellsMissingFromForbidden()
{
    RELAY_OR_RETURN(relay);
    const QByteArray folder = sharedFolder().toUtf8();
    QCOMPARE(errorSoon(relay->pull({.path = folder + "/No such file: Permission denied"})), ErrorKind::NotFound);
    QCOMPARE(errorSoon(relay->pull({.path = folder})), ErrorKind::Unsupported);
    if (valueSoon(relay->run({.command = "id -u"})).out != "0\n") {
        writeFile(sharedFolder() + QStringLiteral("/secret"), "x");
        QFile(sharedFolder() + QStringLiteral("/secret")).setPermissions({});
        QCOMPARE(errorSoon(relay->pull({.path = folder + "/secret"})), ErrorKind::PermissionDenied);
    }
}

void PipeContract::pull_carriesBulkWithoutHoldingUpSmallAnswers()
{
    RELAY_OR_RETURN(relay);
    constexpr qint64 kSize = 200 << 20;
    const QString path = sharedFolder() + QStringLiteral("/bulk");
    QByteArray block = randomBytes(1 << 20);
    QCryptographicHash sent(QCryptographicHash::Sha1), got(QCryptographicHash::Sha1);
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        for (int i = 0; i < kSize >> 20; ++i) {
            block[0] = char(i);
            file.write(block);
            sent.addData(block);
        }
    }
    int smallAnswers = 0;
    qint64 offset = 0;
    while (offset < kSize) {
        const auto pending = relay->pull({.path = path.toUtf8(), .offset = offset, .maxBytes = 32 << 20});
        const auto small = relay->run({.command = "echo small"});
        VERIFY_SOON(small.result.isFinished());
        smallAnswers += pending.result.isFinished() ? 0 : 1;
        const FilePull pulled = valueSoon(pending);
        QVERIFY(!pulled.bytes.isEmpty());
        got.addData(pulled.bytes);
        offset += pulled.bytes.size();
    }
    QFile::remove(path);
    QCOMPARE(got.result(), sent.result());
    QVERIFY2(smallAnswers > 0, "every small answer waited for the bulk");
}

void PipeContract::stream_answersEachLine()
{
    for (const StreamReading reading : {StreamReading::Lines, StreamReading::Automatic, StreamReading::Bytes}) {
        RELAY_OR_RETURN(relay);
        Heard heard(*relay);
        const RequestId id = relay->openStream(
            {.command = "while read -r x; do echo \"<$x>\"; echo \"e$x\" >&2; done", .reading = reading});
        relay->sendLine(id, "one");
        COMPARE_SOON(heard.out[id], QByteArray("<one>\n"));
        relay->sendLine(id, "two 'quoted'  \\x");
        COMPARE_SOON(heard.out[id], QByteArray("<one>\n<two 'quoted'  \\x>\n"));
        COMPARE_SOON(heard.err[id], QByteArray("eone\netwo 'quoted'  \\x\n"));
        QCOMPARE(heard.ends[id], 0);
    }
}

void PipeContract::stream_endsWhenItsInputEnds()
{
    RELAY_OR_RETURN(relay);
    Heard heard(*relay);
    const RequestId polite =
        relay->openStream({.command = "while read -r x; do :; done; printf 'no line end'; exit 5"});
    const RequestId byItself = relay->openStream({.command = "echo gone; exit 6"});
    COMPARE_SOON(heard.ends[byItself], 1);
    QCOMPARE(heard.statuses[byItself], 6);
    QCOMPARE(heard.out[byItself], QByteArray("gone\n"));
    QVERIFY(heard.reasons[byItself] == Error{});
    relay->stopStream(polite, 20000);
    COMPARE_SOON(heard.ends[polite], 1);
    QCOMPARE(heard.statuses[polite], 5);
    QCOMPARE(heard.reasons[polite].kind, ErrorKind::Cancelled);
    QCOMPARE(heard.out[polite], QByteArray("no line end"));
    relay->sendLine(polite, "late");
    relay->stopStream(polite);
    QCOMPARE(valueSoon(relay->run({.command = "echo on"})).out, QByteArray("on\n"));
    QCOMPARE(heard.ends[polite], 1);
}

void PipeContract::stream_stubbornOneIsEnded()
{
    RELAY_OR_RETURN(relay);
    Heard heard(*relay);
    const RequestId deaf = relay->openStream({.command = "echo up; exec sleep 300"});
    const RequestId stubborn = relay->openStream({.command = "trap '' TERM HUP; echo up; while :; do sleep 1; done"});
    COMPARE_SOON(heard.out[deaf], QByteArray("up\n"));
    COMPARE_SOON(heard.out[stubborn], QByteArray("up\n"));
    relay->stopStream(deaf, 100);
    relay->stopStream(stubborn, 100);
    COMPARE_SOON(heard.ends[deaf], 1);
    QCOMPARE(heard.statuses[deaf], 143);
    COMPARE_SOON(heard.ends[stubborn], 1);
    QCOMPARE(heard.statuses[stubborn], 137);
}

void PipeContract::stream_thatReadsNothingHoldsUpNobody()
{
    RELAY_OR_RETURN(relay);
    Heard heard(*relay);
    const RequestId deaf = relay->openStream({.command = "exec sleep 300"});
    for (int i = 0; i < 400; ++i)
        relay->sendLine(deaf, QByteArray(1000, 'x'));
    QCOMPARE(valueSoon(relay->run({.command = "echo on"})).out, QByteArray("on\n"));
    relay->stopStream(deaf, 0);
    COMPARE_SOON(heard.ends[deaf], 1);
}

void PipeContract::stream_manyArriveWhole()
{
    RELAY_OR_RETURN(relay);
    Heard heard(*relay);
    QByteArray lines;
    for (int i = 1; i <= 2000; ++i)
        lines += QByteArray::number(i) + " some text of a training log, epoch and loss\n";
    std::vector<RequestId> ids;
    for (int i = 0; i < 64; ++i)
        ids.push_back(relay->openStream({.command = "i=0; while [ $i -lt 2000 ]; do i=$((i+1)); echo \"$i some text of "
                                                    "a training log, epoch and loss\"; done; read -r x"}));
    QElapsedTimer waited;
    waited.start();
    for (const RequestId id : ids) {
        QTRY_COMPARE_WITH_TIMEOUT(heard.out[id].size(), lines.size(), 90000);
        QVERIFY(heard.out[id] == lines);
    }
    for (const RequestId id : ids)
        relay->sendLine(id, "go");
    for (const RequestId id : ids)
        COMPARE_SOON(heard.statuses.value(id, -1), 0);
}

void PipeContract::relay_pings()
{
    RELAY_OR_RETURN(relay);
    QSignalSpy pinged(relay.get(), &Relay::pinged), cpu(relay.get(), &Relay::remoteCpu),
        traffic(relay.get(), &Relay::traffic);
    COMPARE_SOON(pinged.size(), 1); // the first goes out at once, and with the host's clock
    const auto offset = pinged[0][1].value<std::optional<qint64>>();
    QVERIFY(offset.has_value());
    QVERIFY2(qAbs(*offset) < 2000, qPrintable(QString::number(*offset)));
    QCOMPARE(cpu.size(), 1);
    VERIFY_SOON(!traffic.isEmpty());
    QVERIFY(traffic.last()[1].toLongLong() > 0);
}

void PipeContract::relay_shutdownCancelsAndLeavesNothing()
{
    RELAY_OR_RETURN(relay);
    Heard heard(*relay);
    QSignalSpy ended(relay.get(), &Relay::ended);
    const QByteArray mark = "312" + QByteArray::number(QRandomGenerator::global()->bounded(100000, 999999));
    const QByteArray outputFile = valueSoon(relay->run({.command = "readlink /proc/$$/fd/1"})).out.trimmed();
    const QByteArray folder = outputFile.left(outputFile.lastIndexOf('/'));
    QVERIFY2(folder.contains("/paceline."), outputFile);
    const auto pending = relay->run({.command = "sleep " + mark, .timeoutMs = 600000});
    const RequestId stream = relay->openStream({.command = "trap '' TERM; echo up; sleep " + mark + "; sleep " + mark});
    COMPARE_SOON(heard.out[stream], QByteArray("up\n"));
    relay->shutdown();
    COMPARE_SOON(ended.size(), 1);
    QCOMPARE(errorSoon(pending), ErrorKind::Cancelled);
    QCOMPARE(heard.ends[stream], 1);
    QCOMPARE(errorSoon(relay->run({.command = "true"})), ErrorKind::Cancelled);
    const std::unique_ptr<PipeRelay> witness = readyRelay();
    QVERIFY(witness);
    const QByteArray leftOver =
        "ls -d " + folder + " 2>/dev/null; cat /proc/[0-9]*/cmdline 2>/dev/null | tr '\\0' ' ' | grep -o '[s]leep " +
        mark + "'";
    QTRY_COMPARE_WITH_TIMEOUT(valueSoon(witness->run({.command = leftOver})).out, QByteArray(), kWaitMs);
}

} // namespace paceline
