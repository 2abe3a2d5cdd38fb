// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/parsers/logs/fieldlist.h"

#include <QTest>
#include <iterator>
#include <memory>
#include <random>

using namespace paceline::logs;

namespace {

/// A list, or what kept it from being one, as text that can be compared.
QByteArray told(FieldList &list, const std::string &line)
{
    if (!list.parse(line))
        return "none";
    QByteArray text = list.phase == Phase::Eval ? "eval" : "train";
    for (const FieldList::Field &field : list.fields) {
        text += ' ' + QByteArray(field.name.data(), qsizetype(field.name.size())) + '=' +
                QByteArray::number(field.value, 'g', 17) + '[' +
                QByteArray(field.unit.data(), qsizetype(field.unit.size())) + ']' +
                QByteArray::number(int(field.counter));
        if (field.of)
            text += '/' + QByteArray::number(qlonglong(*field.of));
    }
    return text;
}

} // namespace

/// FieldList takes a short way where a line differs from the one before in its numbers alone.
class TestFieldList : public QObject
{
    Q_OBJECT
private slots:
    void shortWay_findsWhatTheLongWayFinds();
    void namesOutliveTheirLine();
};

void TestFieldList::shortWay_findsWhatTheLongWayFinds()
{
    // # stands for a number.
    static const char *const kShapes[] = {"epoch # step # loss # lr #ms throughput # samples/s",
                                          "Epoch [#/#], Step [#/#], Loss: #",
                                          "step #/# | loss: # (#) | speed #k img/s",
                                          "val: step # - loss='#' acc # %",
                                          "step # loss # elapsed # s # items/s",
                                          "[valid] batch #: loss=#, tokens #M",
                                          "step # (# %) loss #-#"};
    static const char *const kNumbers[] = {"0",   "7",     "12",   "1,234",    "-3",  "0.25", "-1.5e-3", "1e+04",
                                           "nan", "NaN",   "-inf", "Infinity", "+2",  ".5",   "5.",      "1e",
                                           "",    "1,2,3", "12k",  "0x10",     "inf", "n/a",  "1-2",     "3/4"};
    std::mt19937 random(20261124);
    const auto pick = [&random](const auto &all) { return all[random() % std::size(all)]; };
    FieldList going;
    int lists = 0;
    for (int i = 0; i < 60'000; ++i) {
        std::string line;
        // Mostly plain numbers, so that a shape repeats.
        for (const char *c = i % 5 ? kShapes[unsigned(i / 50) % std::size(kShapes)] : pick(kShapes); *c; ++c) {
            if (*c == '#')
                line += random() % 20 ? std::to_string(int(random() % 100'000)) : std::string(pick(kNumbers));
            else
                line += *c;
        }
        FieldList fresh;
        const QByteArray expected = told(fresh, line);
        lists += expected != "none";
        QVERIFY2(told(going, line) == expected, (line + " gives " + expected.toStdString()).c_str());
    }
    QVERIFY(lists > 20'000);
}

void TestFieldList::namesOutliveTheirLine()
{
    FieldList list;
    auto line = std::make_unique<std::string>("step 1 loss 2.5 ms");
    QVERIFY(list.parse(*line));
    line = std::make_unique<std::string>("step 2 loss 3.5 ms");
    QVERIFY(list.parse(*line));
    line.reset();
    QCOMPARE(list.fields.size(), std::size_t(2));
    QVERIFY(list.fields[1].name == "loss" && list.fields[1].unit == "ms" && list.fields[1].value == 3.5);
}

QTEST_APPLESS_MAIN(TestFieldList)
#include "tst_fieldlist.moc"
