// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/domain/metric.h"
#include "backends/store/pyramid.h"

#include <QTest>
#include <cmath>
#include <random>

using namespace paceline;

namespace {

MinMax bruteForce(const std::vector<float> &values, std::size_t first, std::size_t last)
{
    MinMax extremes{kMissing, kMissing};
    for (std::size_t i = first; i < last; ++i) {
        if (!std::isfinite(values[i]))
            continue;
        extremes.min = std::isnan(extremes.min) ? values[i] : std::min(extremes.min, values[i]);
        extremes.max = std::isnan(extremes.max) ? values[i] : std::max(extremes.max, values[i]);
    }
    return extremes;
}

bool same(float a, float b)
{
    return a == b || (std::isnan(a) && std::isnan(b));
}

} // namespace

class TestPyramid : public QObject
{
    Q_OBJECT
private slots:
    void everyRange_hasTheExtremesOfItsValues_data();
    void everyRange_hasTheExtremesOfItsValues();
    void emptyRange_hasNoExtremes();
    void notFinite_isSkipped();
};

void TestPyramid::everyRange_hasTheExtremesOfItsValues_data()
{
    QTest::addColumn<int>("size");
    QTest::addColumn<double>("missing");
    for (const int size : {1, 63, 64, 65, 255, 256, 257, 1024, 5000, 70000}) {
        QTest::addRow("%d whole", size) << size << 0.0;
        QTest::addRow("%d with gaps", size) << size << 0.6;
    }
}

void TestPyramid::everyRange_hasTheExtremesOfItsValues()
{
    QFETCH(int, size);
    QFETCH(double, missing);
    std::mt19937 random(unsigned(size) * 31U + unsigned(missing * 10));
    std::uniform_real_distribution<float> value(-1e6F, 1e6F);
    std::bernoulli_distribution isMissing(missing);
    std::vector<float> values;
    Pyramid pyramid;
    while (values.size() < std::size_t(size)) { // grown in uneven steps, as logs do
        const std::size_t grow = std::min<std::size_t>(1 + random() % 700, std::size_t(size) - values.size());
        for (std::size_t i = 0; i < grow; ++i)
            values.push_back(isMissing(random) ? kMissing : value(random));
        pyramid.extend(values.data(), values.size());
    }
    for (int round = 0; round < 400; ++round) {
        std::size_t first = random() % (values.size() + 1), last = random() % (values.size() + 1);
        if (first > last)
            std::swap(first, last);
        const MinMax expected = bruteForce(values, first, last);
        const MinMax actual = pyramid.range(values.data(), first, last);
        QVERIFY2(same(actual.min, expected.min) && same(actual.max, expected.max),
                 qPrintable(QStringLiteral("[%1, %2): %3..%4 instead of %5..%6")
                                .arg(first)
                                .arg(last)
                                .arg(double(actual.min))
                                .arg(double(actual.max))
                                .arg(double(expected.min))
                                .arg(double(expected.max))));
    }
}

void TestPyramid::emptyRange_hasNoExtremes()
{
    Pyramid pyramid;
    const std::vector<float> values(200, 1.0F);
    QVERIFY(std::isnan(pyramid.range(values.data(), 0, 0).min));
    pyramid.extend(values.data(), values.size());
    QVERIFY(std::isnan(pyramid.range(values.data(), 100, 100).max));
}

void TestPyramid::notFinite_isSkipped()
{
    std::vector<float> values(300, std::numeric_limits<float>::infinity());
    values[10] = 2.0F;
    values[290] = -std::numeric_limits<float>::infinity();
    values[291] = 3.0F;
    Pyramid pyramid;
    pyramid.extend(values.data(), values.size());
    QCOMPARE(pyramid.range(values.data(), 0, 300).min, 2.0F);
    QCOMPARE(pyramid.range(values.data(), 0, 300).max, 3.0F);
    QVERIFY(std::isnan(pyramid.range(values.data(), 64, 256).min));
}

QTEST_APPLESS_MAIN(TestPyramid)
#include "tst_pyramid.moc"
