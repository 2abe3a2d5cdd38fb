// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/parsers/events/crc32c.h"
#include "backends/parsers/events/filekind.h"
#include "backends/parsers/events/jsonnumbers.h"
#include "backends/parsers/events/protobufwire.h"
#include "backends/parsers/events/tensorvalue.h"
#include "tests/backends/parsers/events/eventbytes.h"

#include <QFloat16>
#include <QTest>
#include <cmath>
#include <string>

using namespace paceline;
using namespace paceline::events;
using namespace paceline::bytes;

namespace {

std::string_view viewOf(const QByteArray &bytes)
{
    return {bytes.constData(), std::size_t(bytes.size())};
}

/// The fields as text, and whether the message was whole.
QByteArray fieldsOf(const QByteArray &message)
{
    QByteArray text;
    WireReader reader(viewOf(message));
    WireField f;
    while (reader.next(f)) {
        text += QByteArray::number(f.number) + ':';
        text += f.type == WireType::Bytes ? QByteArray(f.bytes.data(), qsizetype(f.bytes.size()))
                                          : QByteArray::number(f.integer());
        text += ' ';
    }
    return text + (reader.failed() ? "failed" : "");
}

} // namespace

class TestEventParts : public QObject
{
    Q_OBJECT
private slots:
    void checksums_areThePublishedOnes()
    {
        // RFC 3720, B.4, and the check value of both polynomials.
        QCOMPARE(crc32c(std::string(32, '\0')), 0x8a9136aaU);
        QCOMPARE(crc32c(std::string(32, '\xff')), 0x62a8ab43U);
        QCOMPARE(crc32c("123456789"), 0xe3069283U);
        QCOMPARE(crc32("123456789"), 0xcbf43926U);
        QCOMPARE(crc32c(""), 0U);
    }

    void checksums_areTheSameByTablesAndInPieces()
    {
        std::string bytes;
        for (int i = 0; i < 300; ++i)
            bytes += char(i * 131 + (i >> 3));
        for (std::size_t from = 0; from < 17; ++from) {
            for (std::size_t size = 0; from + size <= bytes.size(); ++size) {
                const std::string_view part = std::string_view(bytes).substr(from, size);
                QCOMPARE(crc32c(part), crc32cByTables(part));
                QCOMPARE(crc32c(part.substr(size / 3), crc32c(part.substr(0, size / 3))), crc32c(part));
                QCOMPARE(crc32(part.substr(size / 3), crc32(part.substr(0, size / 3))), crc32(part));
            }
        }
    }

    void wire_data()
    {
        QTest::addColumn<QByteArray>("message");
        QTest::addColumn<QByteArray>("fields");
        const auto row = [](const char *name, const QByteArray &message, const char *fields) {
            QTest::newRow(name) << message << QByteArray(fields);
        };
        row("empty", {}, "");
        row("varints", field(1, 0) + field(2, 300) + field(3, std::uint64_t(-1)), "1:0 2:300 3:-1 ");
        row("bytes", field(4, QByteArray("ab")) + field(5, QByteArray()), "4:ab 5: ");
        row("fixed", fixed32(6, 0) + fixed64(7, 0), "6:0 7:0 ");
        row("large number", field(0x1fffffff, 1), "536870911:1 ");
        row("group", "\x0b\x08\x01\x13\x08\x02\x14\x0c" + field(2, 1), "2:1 ");
        row("group without end", "\x0b\x08\x01", "failed");
        row("end without group", "\x0c", "failed");
        row("number zero", QByteArray("\x00\x01", 2), "failed");
        row("type 6", "\x0e", "failed");
        row("varint of eleven bytes", "\x08" + QByteArray(10, '\xff') + "\x01", "failed");
        row("cut varint", "\x08\x80", "failed");
        row("cut fixed", "\x0d\x01\x02\x03", "failed");
        row("length beyond the end", field(1, 5) + "\x12\x03" + "ab", "1:5 failed");
        row("length of 2^63", "\x12" + varint(1ULL << 63) + "ab", "failed");
        row("length of 2^64 - 1", "\x12" + varint(~0ULL) + "ab", "failed");
    }
    void wire()
    {
        QFETCH(QByteArray, message);
        QFETCH(QByteArray, fields);
        QCOMPARE(fieldsOf(message), fields);
    }

    void tensor_data()
    {
        QTest::addColumn<QByteArray>("tensor");
        QTest::addColumn<double>("value"); // NaN: none
        const auto row = [](const char *name, const QByteArray &tensor, double value) {
            QTest::newRow(name) << tensor << value;
        };
        const auto content = [](int type, const QByteArray &raw) {
            return field(1, std::uint64_t(type)) + field(4, raw);
        };
        const QByteArray rank0 = field(2, QByteArray());
        const auto dims = [](std::initializer_list<std::uint64_t> sizes) {
            QByteArray shape;
            for (const std::uint64_t size : sizes)
                shape += field(2, field(1, size));
            return field(2, shape);
        };
        row("float content", content(1, raw(2.5F)) + rank0, 2.5);
        row("double content", content(2, raw(0.1)), 0.1);
        row("int32 content", content(3, raw(std::int32_t(-7))), -7);
        row("uint8 content", content(4, raw(std::uint8_t(200))), 200);
        row("int16 content", content(5, raw(std::int16_t(-300))), -300);
        row("int8 content", content(6, raw(std::int8_t(-3))), -3);
        row("int64 content", content(9, raw(std::int64_t(-1) << 40)), -double(1LL << 40));
        row("bool content", content(10, raw(std::uint8_t(1))), 1);
        row("bfloat16 content", content(14, raw(std::uint16_t(0x3fc0))), 1.5);
        row("uint16 content", content(17, raw(std::uint16_t(65535))), 65535);
        row("half content", content(19, raw(qfloat16(0.5F))), 0.5);
        row("uint32 content", content(22, raw(~std::uint32_t(0))), 4294967295.0);
        row("uint64 content", content(23, raw(std::uint64_t(1) << 63)), 9223372036854775808.0);
        row("float list, packed", field(1, 1) + field(5, raw(-1.25F)), -1.25);
        row("float list", field(1, 1) + fixed32(5, -1.25F), -1.25);
        row("double list, packed", field(1, 2) + field(6, raw(1e300)), 1e300);
        row("double list", field(1, 2) + fixed64(6, 1e300), 1e300);
        row("int list, packed", field(1, 3) + field(7, varint(std::uint64_t(-5))), -5);
        row("int list", field(1, 3) + field(7, std::uint64_t(-5)), -5);
        row("int8 list", field(1, 6) + field(7, std::uint64_t(-5)), -5);
        row("int64 list", field(1, 9) + field(10, varint(1ULL << 40)), double(1LL << 40));
        row("bool list", field(1, 10) + field(11, varint(1)), 1);
        row("half list", field(1, 19) + field(13, varint(0x3800)), 0.5);
        row("bfloat16 list", field(1, 14) + field(13, varint(0x3fc0)), 1.5);
        row("uint32 list", field(1, 22) + field(16, varint(7)), 7);
        row("uint64 list", field(1, 23) + field(17, varint(7)), 7);
        row("no list is zero", field(1, 1) + rank0, 0);
        row("one element of rank 2", dims({1, 1}) + content(1, raw(2.5F)), 2.5);
        row("two elements", dims({2}) + content(1, raw(2.5F) + raw(2.5F)), NAN);
        row("no elements", dims({0}) + field(1, 1), NAN);
        row("unknown rank", field(2, field(3, 1)) + content(1, raw(2.5F)), NAN);
        row("text", field(1, 7) + field(8, QByteArray("hello")), NAN);
        row("complex", content(8, raw(2.5)), NAN);
        row("content of another size", content(1, raw(2.5)), NAN);
        row("another list", field(1, 1) + fixed64(6, 2.5), NAN);
        row("cut list", field(1, 1) + field(5, QByteArray("abc")), NAN);
        row("nothing", {}, NAN);
    }
    void tensor()
    {
        QFETCH(QByteArray, tensor);
        QFETCH(double, value);
        const auto found = readTensor(viewOf(tensor)).value;
        QCOMPARE(found.has_value(), !std::isnan(value));
        if (found)
            QCOMPARE(*found, value);
    }

    void json_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QByteArray>("value"); // empty: none
        for (const char *same : {"1", "-2.5", "1e+22", "0"})
            QTest::newRow(same) << QByteArray(same) << QByteArray(same);
        QTest::newRow("blanks") << QByteArray(" 1.5\n") << QByteArray("1.5");
        QTest::newRow("bare NaN") << QByteArray("NaN") << QByteArray("nan");
        QTest::newRow("NaN in quotes") << QByteArray("\"NaN\"") << QByteArray("nan");
        QTest::newRow("Infinity") << QByteArray("Infinity") << QByteArray("inf");
        QTest::newRow("-Infinity") << QByteArray("\"-Infinity\"") << QByteArray("-inf");
        QTest::newRow("beyond double") << QByteArray("-1e999") << QByteArray("-inf");
        QTest::newRow("beyond double without exponent") << QByteArray(400, '9') << QByteArray("inf");
        QTest::newRow("under double without exponent") << "0." + QByteArray(400, '0') + "1" << QByteArray("0");
        QTest::newRow("under double") << QByteArray("1e-999") << QByteArray("0");
        for (const char *none :
             {"", "true", "null", "\"1\"", "[1]", "{}", "nan", "inf", "-inf", "-nan(1)", "1x", "-", "\""})
            QTest::newRow(none) << QByteArray(none) << QByteArray();
    }
    void json()
    {
        QFETCH(QByteArray, json);
        QFETCH(QByteArray, value);
        const auto found = jsonNumber(viewOf(json));
        QCOMPARE(found ? QByteArray::number(*found, 'g', 17) : QByteArray(), value);
    }

    void jsonObject_givesItsNumbersByPath()
    {
        const auto found =
            jsonNumbers("{\"a\": 1, \"b\": {\"c\": NaN, \"text \\\"NaN\\\" \\\\\": 2, "
                        "\"h\": {\"_type\": \"histogram\", \"bins\": 3}}, \"d\": [4], \"e\": \"Infinity\"}");
        QByteArrayList texts;
        for (const auto &[key, value] : found)
            texts << QByteArray::fromStdString(key) + '=' + QByteArray::number(value);
        QCOMPARE(texts, (QByteArrayList{"a=1", "b.c=nan", "b.text \"NaN\" \\=2", "e=inf"}));
        QVERIFY(jsonNumbers(std::string(60000, '[')).empty());
        QVERIFY(jsonNumbers("{\"a\":" + std::string(60000, '[')).empty());
        QVERIFY(jsonNumbers("{\"a\": 1").empty());
    }

    void fileKind_isToldByTheHeadOrTheName()
    {
        const QByteArray head = versionRecord().left(kHeadBytes);
        QCOMPARE(fileKindOf(head, u"-"), FileKind::EventFile);
        QCOMPARE(fileKindOf({}, u"a/events.out.tfevents.17.host.1.0.v2"), FileKind::EventFile);
        QCOMPARE(fileKindOf({}, u"tfevents/notes.txt"), FileKind::Other);
        QCOMPARE(fileKindOf(wandbFile({}), u"-"), FileKind::WandbFile);
        QCOMPARE(fileKindOf({}, u"run-abc.wandb"), FileKind::WandbFile);
        QCOMPARE(fileKindOf(tfRecord("an example").left(kHeadBytes), u"train.tfrecord"), FileKind::Other);
    }
};

QTEST_GUILESS_MAIN(TestEventParts)
#include "tst_eventparts.moc"
