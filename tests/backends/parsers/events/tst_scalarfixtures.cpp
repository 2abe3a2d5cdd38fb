// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Files of programs, and what stands in them: exactly, cut at every byte, in pieces of every size, and damaged.
#include "backends/parsers/events/eventfile.h"
#include "backends/parsers/events/filekind.h"
#include "backends/parsers/events/scalarrun.h"
#include "backends/parsers/events/wandbfile.h"
#include "tests/backends/parsers/events/expectedscalars.h"

#include <QJsonArray>
#include <QTest>
#include <cmath>

using namespace paceline;
using namespace paceline::events;

namespace {

struct ReadFile
{
    std::vector<ScalarPoint> points;
    std::vector<Problem> problems;
    QStringList tags;
    ScalarRun run;
    qint64 records = 0;
};

template <class Reader>
ReadFile readWith(const QByteArray &bytes, qsizetype piece)
{
    Reader reader;
    ReadFile file;
    const auto take = [&](const ScalarBatch &batch) {
        file.run.add(0, batch, [&](int tag) { return reader.tagName(tag); });
        file.points.insert(file.points.end(), batch.points.begin(), batch.points.end());
        file.problems.insert(file.problems.end(), batch.problems.begin(), batch.problems.end());
    };
    for (qsizetype at = 0; at < bytes.size(); at += piece)
        take(reader.read(bytes.mid(at, piece)));
    if constexpr (requires { reader.finish(); })
        take(reader.finish());
    for (int tag = 0; tag < reader.tagCount(); ++tag)
        file.tags << reader.tagName(tag);
    file.records = reader.records();
    return file;
}

ReadFile readIn(const ExpectedScalars &expected, const QByteArray &bytes, qsizetype piece)
{
    return fileKindOf(expected.bytes.left(kHeadBytes), expected.fileName) == FileKind::WandbFile
               ? readWith<WandbFileReader>(bytes, piece)
               : readWith<EventFileReader>(bytes, piece);
}

QByteArray textOf(const ReadFile &file, const ScalarPoint &point)
{
    return file.tags.at(point.tag).toUtf8() + ' ' + QByteArray::number(point.step) + ' ' +
           QByteArray::number(point.wallTime, 'g', 17) + ' ' + QByteArray::number(point.value, 'g', 17) + ' ' +
           QByteArray::number(int(point.kind));
}

QByteArrayList textsOf(const ReadFile &file)
{
    QByteArrayList texts;
    for (const ScalarPoint &point : file.points)
        texts << textOf(file, point);
    return texts;
}

QJsonValue jsonOf(double value)
{
    if (std::isnan(value))
        return QStringLiteral("nan");
    if (std::isinf(value))
        return value > 0 ? QStringLiteral("inf") : QStringLiteral("-inf");
    return value;
}

QJsonArray jsonOf(const ScalarPoint &point)
{
    return {point.step, point.wallTime, jsonOf(point.value)};
}

QJsonObject jsonOf(const ScalarCurve &curve)
{
    static const char *const kKinds[] = {"simple", "tensor", "history"};
    double least = NAN, most = NAN;
    for (const ScalarPoint &point : curve.points) {
        least = std::fmin(least, point.value);
        most = std::fmax(most, point.value);
    }
    return {{QStringLiteral("count"), qint64(curve.points.size())},
            {QStringLiteral("kind"), QString::fromLatin1(kKinds[int(curve.kind)])},
            {QStringLiteral("first"), jsonOf(curve.points.front())},
            {QStringLiteral("last"), jsonOf(curve.points.back())},
            {QStringLiteral("min"), jsonOf(least)},
            {QStringLiteral("max"), jsonOf(most)},
            {QStringLiteral("steps_go_back"), curve.stepsGoBack},
            {QStringLiteral("repeated_steps"), curve.repeatedSteps}};
}

} // namespace

class TestScalarFixtures : public QObject
{
    Q_OBJECT

    static void addFixtures()
    {
        QTest::addColumn<QString>("name");
        const QStringList names = expectedScalarNames();
        for (const QString &name : names)
            QTest::newRow(qPrintable(name)) << name;
    }

private slots:
    void fixture_givesTheExpectedScalarsAndNoOther_data() { addFixtures(); }
    void fixture_givesTheExpectedScalarsAndNoOther()
    {
        QFETCH(QString, name);
        const ExpectedScalars expected = loadExpectedScalars(name);
        QVERIFY(!expected.bytes.isEmpty());
        const ReadFile file = readIn(expected, expected.bytes, expected.bytes.size());
        QCOMPARE(file.records, expected.records);
        QVERIFY(file.problems.empty());
        QJsonObject scalars;
        for (const ScalarCurve &curve : file.run.curves())
            scalars.insert(curve.tag, jsonOf(curve));
        QCOMPARE(scalars, expected.scalars);
    }

    void prefix_givesTheSamePointsAsTheWholeUpToThere_data() { addFixtures(); }
    void prefix_givesTheSamePointsAsTheWholeUpToThere()
    {
        QFETCH(QString, name);
        const ExpectedScalars expected = loadExpectedScalars(name);
        const QByteArray &bytes = expected.bytes;
        const QByteArrayList whole = textsOf(readIn(expected, bytes, bytes.size()));
        // Byte by byte: what has come out after each byte is what that prefix gives.
        for (const qsizetype piece : {1, 7, 4096})
            QCOMPARE(textsOf(readIn(expected, bytes, piece)), whole);
        const qsizetype stride = std::max<qsizetype>(1, bytes.size() / 400);
        for (qsizetype size = 1; size < bytes.size(); size += stride) {
            const ReadFile part = readIn(expected, bytes.left(size), size);
            QVERIFY(part.problems.empty());
            const QByteArrayList texts = textsOf(part);
            QCOMPARE(texts, whole.mid(0, texts.size()));
        }
    }

    void damagedByte_costsOneRecord_data() { addFixtures(); }
    void damagedByte_costsOneRecord()
    {
        QFETCH(QString, name);
        const ExpectedScalars expected = loadExpectedScalars(name);
        const QByteArrayList whole = textsOf(readIn(expected, expected.bytes, expected.bytes.size()));
        const qsizetype stride = std::max<qsizetype>(1, expected.bytes.size() / 300);
        for (qsizetype at = 8; at < expected.bytes.size(); at += stride) {
            QByteArray bytes = expected.bytes;
            bytes[at] = char(bytes[at] ^ 0x10);
            const ReadFile file = readIn(expected, bytes, 4096);
            // A length that grew in the last record waits for bytes that never come.
            QVERIFY(file.problems.size() == 1 || at > bytes.size() - 600);
            QVERIFY(file.problems.empty() || file.problems[0].offset <= at);
            QVERIFY(file.records >= expected.records - 2);
            const QByteArrayList texts = textsOf(file);
            QVERIFY(texts.size() >= whole.size() - 10 && texts.size() <= whole.size());
        }
    }
};

QTEST_GUILESS_MAIN(TestScalarFixtures)
#include "tst_scalarfixtures.moc"
