// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/parsers/probevalues.h"

#include <QFile>
#include <QTest>
#include <cmath>

using namespace paceline;

namespace {

QByteArray fixture()
{
    QFile file(QStringLiteral(PACELINE_FIXTURES "/probe/1/four-nodes.txt"));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

ProbeSample sampleOf(const QByteArray &fields)
{
    const auto line = parseProbeLine("P1 t=1 " + fields);
    return line ? line->sample : ProbeSample{};
}

float valueOf(const std::vector<ProbeValue> &values, const char *metric)
{
    for (const ProbeValue &value : values) {
        if (value.metric.value == QLatin1String(metric))
            return value.value;
    }
    return -12345;
}

} // namespace

class TestProbe : public QObject
{
    Q_OBJECT
private slots:
    void refit_changesTheTickAndNothingElse();
    void line_isReadWithAndWithoutARank();
    void capturedLines_areAllRead();
    void everyPrefix_givesALineOrAnError();
    void foreignLine_isMalformed_data();
    void foreignLine_isMalformed();
    void otherVersion_isUnsupported();
    void unreadableField_isAbsentAndCostsNothingElse();
    void rates_areTakenOverTheNodesOwnTime();
    void firstSample_hasNoRates();
    void counterThatWentBack_dropsItsInterval();
    void rebootedNode_hasNoRates();
    void missing_isNeverZero();
    void virtualInterfaces_areNotCountedTwice();
    void newInterface_countsFromItsSecondSample();
};

void TestProbe::line_isReadWithAndWithoutARank()
{
    const auto line = parseProbeLine(
        "12: P1 t=7 u=100.25 c=1,2,3,4,5,6,7,8,9,10 l=0.5 m=2000,500 n=eth0:10:20,ib0.8001:3:4 a=net,stat");
    QVERIFY(line.has_value());
    QCOMPARE(line->rank, std::optional(12));
    QCOMPARE(line->tick, 7);
    QCOMPARE(line->sample.uptimeS, std::optional(100.25));
    QCOMPARE(line->sample.cpu->at(9), 10U);
    QCOMPARE(line->sample.load1, std::optional(0.5));
    QCOMPARE(line->sample.memoryAvailableKiB, std::optional<quint64>(500));
    QCOMPARE(line->sample.interfaces.size(), std::size_t(2));
    QCOMPARE(line->sample.interfaces[1].name, QByteArray("ib0.8001"));
    QCOMPARE(line->sample.interfaces[1].sent, 4U);
    QCOMPARE(line->absent, (QList<QByteArray>{"net", "stat"}));
    QVERIFY(!parseProbeLine("P1 t=7 u=1")->rank);
    QCOMPARE(parseProbeLine("   3: P1 node=n004 step=5")->rank, std::optional(3));
    QCOMPARE(parseProbeLine("P1 node=n004 step=")->node, QByteArray("n004"));
}

void TestProbe::capturedLines_areAllRead()
{
    int hellos = 0, samples = 0;
    for (const QByteArray &text : fixture().trimmed().split('\n')) {
        const auto line = parseProbeLine(text);
        QVERIFY2(line.has_value(), text.constData());
        QVERIFY(line->rank.has_value());
        (line->kind == ProbeLine::Kind::Hello ? hellos : samples)++;
        if (line->kind == ProbeLine::Kind::Sample)
            QVERIFY(line->sample.cpu && line->sample.load1 && line->sample.memoryTotalKiB &&
                    line->sample.interfaces.size() == 1);
    }
    QCOMPARE(hellos, 4);
    QCOMPARE(samples, 8);
}

void TestProbe::everyPrefix_givesALineOrAnError()
{
    const QByteArray text = fixture();
    for (qsizetype length = 0; length <= 200; ++length) {
        for (const QByteArray &line : {text.left(length), text.mid(100, length), text.mid(text.size() - 200, length)}) {
            const auto parsed = parseProbeLine(line);
            QVERIFY(parsed.has_value() || parsed.error().kind == ErrorKind::Malformed ||
                    parsed.error().kind == ErrorKind::Unsupported);
        }
    }
}

void TestProbe::foreignLine_isMalformed_data()
{
    QTest::addColumn<QByteArray>("line");
    for (const char *line : {"", " ", "P1", "P", "P1 ", "hello world", "3:", "3: srun: error", "P1 x=1",
                             "P1 node=", "P1 t=", "P1 t=x u=1", ": P1", "\xff\xfe\x00", "P1t=3"})
        QTest::addRow("'%s'", line) << QByteArray(line);
}

void TestProbe::foreignLine_isMalformed()
{
    QFETCH(QByteArray, line);
    const auto parsed = parseProbeLine(line);
    QVERIFY(!parsed);
    QCOMPARE(parsed.error().kind, ErrorKind::Malformed);
}

void TestProbe::otherVersion_isUnsupported()
{
    QCOMPARE(parseProbeLine("0: P2 t=1 u=1").error().kind, ErrorKind::Unsupported);
    QCOMPARE(parseProbeLine(QByteArray(100'000, 'x')).error().kind, ErrorKind::TooLarge);
}

void TestProbe::unreadableField_isAbsentAndCostsNothingElse()
{
    const auto line = parseProbeLine("P1 t=1 u=-3 c=1,2,x,4 l=nan m=5 n=eth0:1,eth1:2:3,:4:5 q=new l=0.25");
    QVERIFY(line.has_value());
    QVERIFY(!line->sample.uptimeS);
    QVERIFY(!line->sample.cpu);
    QVERIFY(!line->sample.memoryTotalKiB);
    QCOMPARE(line->sample.load1, std::optional(0.25));
    QCOMPARE(line->sample.interfaces.size(), std::size_t(1));
}

void TestProbe::rates_areTakenOverTheNodesOwnTime()
{
    const auto before = sampleOf("u=100 c=1000,100,200,5000,50,10,20,30,0,0 l=1 m=1000,900 n=eth0:1000:2000");
    const auto now = sampleOf("u=102 c=1060,110,220,5090,60,14,26,30,0,0 l=2.5 m=1000,400 n=eth0:5000:2500");
    const auto values = probeValues(before, now);
    QCOMPARE(values.size(), probeMetrics().size());
    QCOMPARE(valueOf(values, "cpu.busy"), 50.0F);
    QCOMPARE(valueOf(values, "cpu.user"), 35.0F);
    QCOMPARE(valueOf(values, "cpu.system"), 15.0F);
    QCOMPARE(valueOf(values, "cpu.iowait"), 5.0F);
    QCOMPARE(valueOf(values, "cpu.steal"), 0.0F);
    QCOMPARE(valueOf(values, "cpu.load1"), 2.5F);
    QCOMPARE(valueOf(values, "memory.used"), 600.0F * 1024);
    QCOMPARE(valueOf(values, "memory.total"), 1000.0F * 1024);
    QCOMPARE(valueOf(values, "net.receive"), 2000.0F);
    QCOMPARE(valueOf(values, "net.transmit"), 250.0F);
}

void TestProbe::firstSample_hasNoRates()
{
    const auto values = probeValues(std::nullopt, sampleOf("u=100 c=1,1,1,1 l=1 m=10,9 n=eth0:1:2"));
    QVERIFY(std::isnan(valueOf(values, "cpu.busy")));
    QVERIFY(std::isnan(valueOf(values, "net.receive")));
    QCOMPARE(valueOf(values, "cpu.load1"), 1.0F);
}

void TestProbe::counterThatWentBack_dropsItsInterval()
{
    const auto before = sampleOf("u=100 c=10,10,10,10,10 n=eth0:4294967000:100");
    const auto values = probeValues(before, sampleOf("u=101 c=20,20,20,20,9 n=eth0:50:200"));
    QVERIFY(std::isnan(valueOf(values, "cpu.busy")));
    QVERIFY(std::isnan(valueOf(values, "net.receive")));
    QCOMPARE(valueOf(values, "net.transmit"), 100.0F);
}

void TestProbe::rebootedNode_hasNoRates()
{
    const auto values =
        probeValues(sampleOf("u=100 c=10,10,10,10 n=eth0:5:5"), sampleOf("u=3 c=20,20,20,20 n=eth0:9:9 l=1"));
    QVERIFY(std::isnan(valueOf(values, "cpu.busy")));
    QVERIFY(std::isnan(valueOf(values, "net.receive")));
    QCOMPARE(valueOf(values, "cpu.load1"), 1.0F);
}

void TestProbe::missing_isNeverZero()
{
    for (const ProbeValue &value : probeValues(sampleOf("u=1"), sampleOf("u=2")))
        QVERIFY2(std::isnan(value.value), qPrintable(value.metric.value));
    QVERIFY(std::isnan(valueOf(probeValues(sampleOf("u=1"), sampleOf("u=2 m=500,")), "memory.used")));
}

void TestProbe::virtualInterfaces_areNotCountedTwice()
{
    const auto before =
        sampleOf("u=1 n=lo:0:0,eth0:0:0,ib0:0:0,bond0:0:0,docker0:0:0,veth1a:0:0,br0:0:0,eth0.12:0:0,brcmeth:0:0");
    const auto now = sampleOf("u=2 "
                              "n=lo:1:1,eth0:10:10,ib0:100:100,bond0:1000:0,docker0:1000:0,veth1a:1000:0,br0:1000:0,"
                              "eth0.12:1000:0,brcmeth:5:5");
    QCOMPARE(valueOf(probeValues(before, now), "net.receive"), 115.0F);
    const auto onlyVeth = probeValues(sampleOf("u=1 n=lo:0:0,veth0:5:5"), sampleOf("u=2 n=lo:9:9,veth0:8:5"));
    QCOMPARE(valueOf(onlyVeth, "net.receive"), 3.0F);
    QCOMPARE(valueOf(onlyVeth, "net.transmit"), 0.0F);
}

void TestProbe::newInterface_countsFromItsSecondSample()
{
    const auto values = probeValues(sampleOf("u=1 n=eth0:10:10"), sampleOf("u=2 n=eth0:20:10,ib0:999999:999999"));
    QCOMPARE(valueOf(values, "net.receive"), 10.0F);
    QVERIFY(std::isnan(valueOf(probeValues(sampleOf("u=1 n=eth0:1:1"), sampleOf("u=2 n=ib0:9:9")), "net.receive")));
}

void TestProbe::refit_changesTheTickAndNothingElse()
{
    QCOMPARE(refitProbeAnswer("0: P1 t=12 u=5.0\n1: P1 t=13 u=5.0 n=eth0:1:2\n", "7"),
             QByteArray("0: P1 t=7 u=5.0\n1: P1 t=7 u=5.0 n=eth0:1:2\n"));
    QCOMPARE(refitProbeAnswer("0: P1 node=n1 step=4\n", "7"), QByteArray("0: P1 node=n1 step=4\n"));
    QCOMPARE(refitProbeAnswer("P1 t=", "7"), QByteArray("P1 t=7"));
    QCOMPARE(refitProbeAnswer({}, "7"), QByteArray());
}

QTEST_APPLESS_MAIN(TestProbe)
#include "tst_probe.moc"
