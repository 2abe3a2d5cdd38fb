// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/domain/metric.h"
#include "backends/history/columncodec.h"
#include "backends/store/runsummary.h"

#include <QTest>
#include <cstring>
#include <random>

using namespace paceline;

namespace {

template <class T>
void roundTrip(const std::vector<T> &values)
{
    ColumnCodec codec;
    const QByteArray bytes = codec.pack(std::span<const T>(values));
    std::vector<T> back{T(1)}; // what is there already stays
    QVERIFY(codec.unpack(bytes, back));
    QCOMPARE(back.size(), values.size() + 1);
    QVERIFY(values.empty() || std::memcmp(back.data() + 1, values.data(), values.size() * sizeof(T)) == 0);
}

template <class T>
std::vector<T> special()
{
    using Limits = std::numeric_limits<T>;
    return {T(0),
            T(-0.0),
            Limits::quiet_NaN(),
            Limits::infinity(),
            -Limits::infinity(),
            Limits::max(),
            Limits::min(),
            Limits::lowest(),
            Limits::denorm_min(),
            T(0.1),
            T(-1234.5678),
            T(9e15),
            T(1e-7),
            Limits::epsilon()};
}

} // namespace

class TestColumnCodec : public QObject
{
    Q_OBJECT
private slots:
    void specialValues_comeBackBitForBit()
    {
        roundTrip(special<float>());
        roundTrip(special<double>());
        roundTrip<float>({kMissing, std::bit_cast<float>(kPrintedNanBits), kMissing, 1.5F});
        roundTrip<float>({std::bit_cast<float>(0xffc12345U), 2.25F}); // a NaN of somebody else
        roundTrip<double>({std::bit_cast<double>(0x7ff8000000000123ULL)});
        roundTrip<qint64>({0, -1, std::numeric_limits<qint64>::max(), std::numeric_limits<qint64>::min(), 7});
        roundTrip<qint32>({0, -1, std::numeric_limits<qint32>::max(), std::numeric_limits<qint32>::min()});
        roundTrip<quint8>({0, 255, 3});
    }
    void emptyAndSingleColumns_comeBack()
    {
        roundTrip<float>({});
        roundTrip<qint64>({});
        roundTrip<float>({kMissing});
        roundTrip<double>({42});
    }
    void anyBits_comeBackBitForBit()
    {
        std::mt19937_64 random(3);
        std::vector<float> floats;
        std::vector<double> doubles;
        std::vector<qint64> numbers;
        for (int i = 0; i < 5000; ++i) {
            floats.push_back(std::bit_cast<float>(quint32(random())));
            doubles.push_back(std::bit_cast<double>(random()));
            numbers.push_back(qint64(random()));
        }
        roundTrip(floats);
        roundTrip(doubles);
        roundTrip(numbers);
    }
    void printedDecimals_takeFewBytes()
    {
        std::mt19937 random(3);
        std::vector<float> values;
        for (int i = 0; i < 1024; ++i)
            values.push_back(float(std::round((2 + double(random() % 1000) / 1000) * 1000) / 1000));
        roundTrip(values);
        ColumnCodec codec;
        QVERIFY(codec.pack(std::span<const float>(values)).size() < 1024 * 2);
    }
    void regularSteps_takeAlmostNothing()
    {
        std::vector<double> steps;
        for (int i = 0; i < 1024; ++i)
            steps.push_back(i * 10);
        ColumnCodec codec;
        QVERIFY(codec.pack(std::span<const double>(steps)).size() < 40);
    }
    void bytes_comeBack_andNotWhenTooLong()
    {
        ColumnCodec codec;
        const QByteArray text = QByteArray("abc").repeated(1000);
        const QByteArray packed = codec.compress(text);
        QVERIFY(packed.size() < 100);
        QCOMPARE(codec.decompress(packed, 3000).value(), text);
        QCOMPARE(codec.decompress(packed, 2999).error().kind, ErrorKind::TooLarge);
        QCOMPARE(codec.decompress(codec.compress({}), 10).value(), QByteArray());
    }
    void damagedBytes_areAnError_neverACrash()
    {
        ColumnCodec codec;
        std::vector<float> values(300, 1.25F);
        values[7] = 3.1F;
        values[9] = kMissing;
        const QByteArray good = codec.pack(std::span<const float>(values));
        std::vector<float> out;
        for (qsizetype size = 0; size < good.size(); ++size)
            QCOMPARE(codec.unpack(good.first(size), out).error().kind, ErrorKind::Malformed);
        QVERIFY(out.empty());
        std::mt19937 random(1);
        for (int i = 0; i < 20'000; ++i) {
            QByteArray bad = good;
            bad[qsizetype(random() % std::size_t(bad.size()))] = char(random());
            out.clear();
            (void)codec.unpack(bad, out);
            std::vector<qint64> numbers;
            (void)codec.unpack(bad, numbers);
            (void)codec.decompress(bad, 1000);
        }
    }
};

QTEST_APPLESS_MAIN(TestColumnCodec)
#include "tst_columncodec.moc"
