// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/parsers/gpu/amdsmi.h"
#include "backends/parsers/gpu/dcgmi.h"
#include "backends/parsers/gpu/hlsmi.h"
#include "backends/parsers/gpu/nvidiacsv.h"
#include "backends/parsers/gpu/nvidiadmon.h"
#include "backends/parsers/gpu/nvidiatopo.h"
#include "backends/parsers/gpu/nvidiaxml.h"
#include "backends/parsers/gpu/nvlink.h"
#include "backends/parsers/gpu/rocmsmi.h"
#include "backends/parsers/gpu/xpusmi.h"
#include "tests/backends/parsers/gpu/gpusummary.h"
#include "tests/support/fixtures.h"

#include <QTest>

using namespace paceline;

using Parse = Result<GpuReport> (*)(QByteArrayView);

static Result<GpuReport> query(QByteArrayView text)
{
    return parseNvidiaQuery(text);
}
static Result<GpuReport> apps(QByteArrayView text)
{
    return parseNvidiaApps(text);
}
static Result<GpuReport> hlSmi(QByteArrayView text)
{
    return parseHlSmi(text);
}

struct Expected
{
    const char *file;
    Parse parse;
    int gpus, processes, links, errors;
    int row; ///< which GPU summary is about
    const char *summary;
};

/// Read off the files by eye.
static const Expected kExpected[] = {
    {"nvidia-smi/590.48/h100-sxm.load.query-gpu.csv", query, 1, 0, 0, 0, 0,
     "0|100|11|81559|19818|59|54|631.95|700|1980|-|0"},
    {"nvidia-smi/590.48/h100-sxm.idle.query-gpu.csv", query, 1, 0, 0, 0, 0, "0|0|0|81559|0|41|48|69.85|700|345|-|0"},
    {"nvidia-smi/590.48/h100-mig.load.query-gpu.csv", query, 1, 0, 0, 0, 0,
     "0|-|-|81559|11125|53|59|433.78|700|1980|-|0"},
    {"nvidia-smi/595.71/rtx2080s.load.query-gpu.csv", query, 1, 0, 0, 0, 0, "0|8|3|8192|819|45|-|111.5|250|2055|38|-"},
    {"nvidia-smi/dgx2/v100x16-dgx2.query-nounits.csv", query, 4, 0, 0, 0, 1, "-|98|35|-|11149|62|-|383.55|-|-|-|-"},
    {"nvidia-smi/595.91/rtxpro6000x4-595.query-noheader-nounits.csv", query, 4, 0, 0, 0, 3, "3|-|-|-|-|-|-|-|-|-|-|-"},
    {"nvidia-smi/unknown/query.error-cells.csv", query, 1, 0, 0, 0, 0, "-|-|-|-|-|-|-|-|-|-|-|-"},
    {"nvidia-smi/595.91/query-gpu.invalid-field.stdout.txt", query, 0, 0, 0, 1, -1, ""},
    {"nvidia-smi/590.48/h100-sxm.idle.compute-apps.csv", apps, 0, 0, 0, 0, -1, ""},
    {"nvidia-smi/590.48/h100-sxm.load.compute-apps.csv", apps, 0, 3, 0, 0, -1, ""},
    {"nvidia-smi/590.48/h100-sxm.load.dmon.txt", parseNvidiaDmon, 5, 0, 0, 0, 4, "0|100|9|-|-|65|59|636|-|1980|-|-"},
    {"nvidia-smi/590.48/h100-mig.load.dmon.txt", parseNvidiaDmon, 5, 0, 0, 0, 0, "0|-|-|-|-|55|61|438|-|1980|-|-"},
    {"nvidia-smi/unknown/dmon-pcut-4gpu.txt", parseNvidiaDmon, 3, 0, 0, 0, 1, "1|100|58|-|-|53|-|372|-|2407|-|-"},
    {"nvidia-smi/595.91/rtxpro6000x4-595.dmon-pucm.txt", parseNvidiaDmon, 4, 0, 0, 0, 0,
     "0|98|57|-|90538|81|-|294|-|1897|-|-"},
    {"nvidia-smi/595.91/rtxpro6000x4-595.pmon-um.txt", parseNvidiaDmon, 0, 6, 0, 0, -1, ""},
    {"nvidia-smi/590.48/h100-mig.idle.pmon.txt", parseNvidiaDmon, 0, 5, 0, 0, -1, ""},
    {"nvidia-smi/590.48/h100-sxm.nvlink-s.txt", parseNvlink, 0, 0, 18, 0, -1, ""},
    {"nvidia-smi/590.48/h100-mig.nvlink-s.txt", parseNvlink, 0, 0, 0, 1, -1, ""},
    {"nvidia-smi/595.71/rtx2080s.nvlink-s.txt", parseNvlink, 0, 0, 0, 1, -1, ""},
    {"nvidia-smi/unknown/nvlink-gt-d.h800.txt", parseNvlink, 0, 0, 8, 0, -1, ""},
    {"nvidia-smi/580/nvlink-gt-d.v100-notsupported-driver580.txt", parseNvlink, 0, 0, 1, 0, -1, ""},
    {"nvidia-smi/590.48/h100-sxm.topo-m.txt", parseNvidiaTopology, 0, 0, 0, 0, -1, ""},
    {"nvidia-smi/xml-v10/gtx1070ti-old.xml", parseNvidiaXml, 1, 0, 0, 0, 0, "0|0|0|4096|42|39|-|-|-|135|100|-"},
    {"nvidia-smi/xml-535.54/a100-sxm4-mig.xml", parseNvidiaXml, 1, 0, 0, 0, 0,
     "-|-|-|81920|50|27|44|67.03|500|1275|-|0"},
    {"nvidia-smi/xml-595.58/rtx3080-v13.xml", parseNvidiaXml, 1, 0, 0, 0, 0,
     "0|65|9|10240|9184|27|-|142.33|320|1950|0|-"},
    {"dcgmi/docs/dcgmi-dmon.docs-t4.txt", parseDcgmiDmon, 5, 0, 0, 0, 0, "0|-|-|-|-|-|-|-|-|-|-|-"},
    {"dcgmi/docs/dcgmi-dmon.mig-a100.txt", parseDcgmiDmon, 3, 0, 0, 0, 2, "-|-|-|-|-|-|-|-|-|-|-|-"},
    {"rocm-smi/5.7.1/rocm-smi.mi100_rocm571.json", parseRocmSmi, 6, 1, 0, 0, 0,
     "0|0|0|32752|6.46875|31|30|39|290|300|-|-"},
    {"rocm-smi/6.0.2/rocm-smi.mi100_rocm602.json", parseRocmSmi, 4, 0, 0, 0, 0,
     "0|0|0|32752|6.4375|53|53|36|290|300|-|-"},
    {"rocm-smi/6.1.2/rocm-smi.rx6700xt_rocm612.json", parseRocmSmi, 1, 0, 0, 0, 0,
     "0|0|0|12272|1499.88671875|45|46|6|211|0|-|-"},
    {"rocm-smi/mi210/rocm-smi.mi210.csv", parseRocmSmi, 2, 0, 0, 0, 1, "1|0|0|65520|10.453125|33|52|40|-|-|-|-"},
    {"rocm-smi/mi210/rocm-smi.mi210-with-warning.csv", parseRocmSmi, 2, 0, 0, 1, 0,
     "0|0|0|65520|10.453125|41|53|41|-|-|-|-"},
    {"rocm-smi/mi210/rocm-smi.showpids.txt", parseRocmSmi, 0, 1, 0, 0, -1, ""},
    {"rocm-smi/mi300x/rocm-smi.concise-mi300x.txt", parseRocmSmi, 2, 0, 0, 0, 1, "1|0|-|-|-|37|-|131|750|132|0|-"},
    {"amd-smi/rocm6/amd-smi.metric-u.rocm6-list-form.json", parseAmdSmi, 1, 0, 0, 0, 0, "0|42|1|-|-|-|-|-|-|-|-|-"},
    {"amd-smi/rocm6/amd-smi.metric.radeon-w7700.txt", parseAmdSmi, 1, 0, 0, 0, 0, "0|0|1|-|-|-|-|20|-|14|-|-"},
    {"amd-smi/rocm7/amd-smi.metric-usage.mi300x-dpx-rocm7.0.2.json", parseAmdSmi, 1, 0, 0, 0, 0,
     "0|0|0|-|-|-|-|-|-|-|-|-"},
    {"amd-smi/rocm7/amd-smi.process.rocm7.2.json", parseAmdSmi, 0, 1, 0, 0, -1, ""},
    {"xpu-smi/aurora/xpu-smi.dump.aurora-max1550.csv", parseXpuSmi, 9, 0, 0, 0, 6,
     "0|-|11.15|-|-|-|-|279.97|-|1600|-|-"},
    {"xpu-smi/docs/xpu-smi.dump.docs.csv", parseXpuSmi, 2, 0, 0, 0, 1, "0|0|-|-|-|-|-|14.59|-|0|-|-"},
    {"xpu-smi/max1100/xpu-smi.discovery.max1100.json", parseXpuSmi, 2, 0, 0, 0, 1, "1|-|-|-|-|-|-|-|-|-|-|-"},
    {"hl-smi/1.18/hl-smi-Q.gaudi1-1.18-nounits.csv", hlSmi, 4, 0, 0, 0, 3, "-|13|-|32768|512|32|-|100|-|-|-|-"},
    {"hl-smi/1.18/hl-smi.table.txt", hlSmi, 1, 0, 0, 0, 0, "0|15|-|32768|512|33|-|104|350|-|-|0"},
};

class TestGpuFixtures : public QObject
{
    Q_OBJECT
private slots:
    void saysWhatTheFileSays_data() { addRows(); }
    void saysWhatTheFileSays();
    void everyPrefixGivesAValueOrAnError_data() { addRows(); }
    void everyPrefixGivesAValueOrAnError();

private:
    static void addRows()
    {
        QTest::addColumn<int>("number");
        int number = 0;
        for (const Expected &expected : kExpected)
            QTest::newRow(expected.file) << number++;
    }
};

void TestGpuFixtures::saysWhatTheFileSays()
{
    QFETCH(int, number);
    const Expected &expected = kExpected[number];
    const auto report = expected.parse(fixture(QLatin1String(expected.file)));
    QVERIFY(report.has_value());
    QCOMPARE(int(report->gpus.size()), expected.gpus);
    QCOMPARE(int(report->processes.size()), expected.processes);
    QCOMPARE(int(report->links.size()), expected.links);
    QCOMPARE(int(report->errors.size()), expected.errors);
    if (expected.row >= 0)
        QCOMPARE(summary(report->gpus[std::size_t(expected.row)]), QLatin1String(expected.summary));
}

void TestGpuFixtures::everyPrefixGivesAValueOrAnError()
{
    QFETCH(int, number);
    const QByteArray text = fixture(QLatin1String(kExpected[number].file)).left(3000);
    for (qsizetype size = 0; size <= text.size(); ++size) {
        const auto report = kExpected[number].parse(QByteArrayView(text).first(size));
        QVERIFY(report || report.error().kind == ErrorKind::Malformed);
    }
}

QTEST_APPLESS_MAIN(TestGpuFixtures)
#include "tst_gpufixtures.moc"
