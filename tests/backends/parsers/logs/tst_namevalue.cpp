// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/parsers/logs/logstream.h"

#include <QTest>

using namespace paceline;

namespace {

/// "kind step/total epoch stepInEpoch/stepsPerEpoch | canon or (name)=value unit | ..."; empty for no record.
QString told(const QByteArray &lines)
{
    logs::LogStream stream;
    const std::vector<LogRecord> records = stream.feed(lines + '\n', 1);
    if (records.empty())
        return {};
    const LogRecord &r = records.back();
    QStringList parts;
    const auto part = [&](const char *name, const auto &value) {
        if (value)
            parts << QStringLiteral("%1 %2").arg(QLatin1String(name)).arg(double(*value));
    };
    part("epoch", r.epoch), part("of", r.totalEpochs), part("step", r.step), part("of", r.totalSteps);
    part("in epoch", r.stepInEpoch), part("of", r.stepsPerEpoch);
    for (const LogMetric &m : r.metrics)
        parts << QStringLiteral("%1=%2%3")
                     .arg(m.canon.isEmpty() ? QStringLiteral("(%1)").arg(m.name) : m.canon)
                     .arg(m.value)
                     .arg(m.unit);
    return parts.join(QLatin1Char(' '));
}

} // namespace

class TestNameValue : public QObject
{
    Q_OBJECT
private slots:
    void line_ofNamesAndValues_givesARecord_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *line, const char *expected) {
            QTest::newRow(line) << QByteArray(line) << QString::fromUtf8(expected);
        };
        row("step 1/1000 loss=2.5310 lr=1.00e-04 tokens/s=12,345",
            "step 1 of 1000 loss=2.531 lr=0.0001 tokens_per_sec=12345");
        row("epoch 0 step 1 loss 2.3 step_time 12.3ms throughput 2600.1 samples/s",
            "epoch 0 step 1 loss=2.3 step_time=12.3ms samples_per_sec=2600.1samples/s");
        row("Epoch [1/10], Step [100/600], Loss: 0.2345", "epoch 1 of 10 in epoch 100 of 600 loss=0.2345");
        row("Epoch: 3 | Train Loss: 0.52 | Val. Loss: 0.61 | Val. Acc: 81.2%",
            "epoch 3 loss=0.52 val_loss=0.61 val_accuracy=81.2%");
        row("Epoch 1/5 - loss: 0.5 - acc: 0.9 - val_loss: 0.6", "epoch 1 of 5 loss=0.5 accuracy=0.9 val_loss=0.6");
        row("step    10 | loss: 6.524 | lr 3.0e-05 | norm: 1.2 | dt: 338.1ms | tok/sec: 1550678",
            "step 10 loss=6.524 lr=3e-05 grad_norm=1.2 step_time=338.1ms tokens_per_sec=1.55068e+06");
        row("[train] step=5, loss=0.5", "step 5 loss=0.5");
        row("val | step 5 | loss 0.5", "step 5 val_loss=0.5");
        row("Iteration: 7, Loss: 1.5 (1.7), Time: 0.5s", "step 7 loss=1.5 (Time)=0.5s");
        row("step 4 loss=nan tokens/s=12.5k", "step 4 loss=nan tokens_per_sec=12500");
        row("Epoch 2, batch 10/938, loss = 0.33", "epoch 2 in epoch 10 of 938 loss=0.33");
        row("train loss: 0.5, epoch: 3", "epoch 3 loss=0.5");
        row("Train Epoch: 4 loss: 0.25", "epoch 4 loss=0.25");
    }
    void line_ofNamesAndValues_givesARecord()
    {
        QFETCH(QByteArray, line);
        QFETCH(QString, expected);
        QCOMPARE(told(line), expected);
    }

    void line_ofProseOrSettings_givesNone_data()
    {
        QTest::addColumn<QByteArray>("line");
        for (const char *line : {
                 "loss=99 in a sentence: expected loss=99 but the step had loss=1",
                 "args: Namespace(lr=0.1, step=7, loss=\"mse\", epochs=3)",
                 "Namespace(lr=0.1, step=7)",
                 "weights=0.123, 0.123, 0.123",
                 "==> resuming from checkpoint step_2.pt",
                 "saved loss=0.21-step=1800.ckpt",
                 "  learning_rate ................................... 6e-05",
                 "time (ms) | forward: 12.3 | step: 1139.29",
                 "Epoch 3: reducing learning rate of group 0 to 1.0000e-03.",
                 "Epoch 00005: val_loss improved from 0.52 to 0.45, saving model to best.h5",
                 "Epoch 1: D\xc3\xa9"
                 "but",
                 "Epoch 1/10",
                 "STEP 123.0 CANCELLED AT 2024-01-01T00:00:00",
                 "slurmstepd: error: *** STEP 123.0 ON n1 CANCELLED",
                 "batch_size=32 epochs=10 lr=0.1",
                 "lr=0.1, batch=32",
                 "Saving checkpoint at step 100",
                 "step 100",
                 "Resuming from epoch 3, loss 0.5",
                 "epoch 1 took 12.5 seconds",
                 "Loss: 0.5",
                 "max_steps: 100, loss: mse",
                 "step -1 loss 0.5",
             })
            QTest::newRow(line) << QByteArray(line);
    }
    void line_ofProseOrSettings_givesNone()
    {
        QFETCH(QByteArray, line);
        QCOMPARE(told(line), QString());
    }

    void step_thatStartsAnewWithTheEpoch_countsWithinIt()
    {
        QCOMPARE(told("epoch 0 step 1 loss 3\nepoch 0 step 2 loss 2\nepoch 1 step 1 loss 1.5"),
                 QStringLiteral("epoch 1 in epoch 1 loss=1.5"));
        QCOMPARE(told("epoch 0 step 1 loss 3\nepoch 0 step 2 loss 2\nepoch 1 step 3 loss 1.5"),
                 QStringLiteral("epoch 1 step 3 loss=1.5"));
    }

    void hostileLine_costsLinearTime()
    {
        QByteArray line = "step 1 ";
        while (line.size() < 8000)
            line += "a ";
        logs::LogStream stream;
        QByteArray all;
        for (int i = 0; i < 200; ++i)
            all += line + '\n';
        QVERIFY(stream.feed(all, 1).empty());
    }
};

QTEST_GUILESS_MAIN(TestNameValue)
#include "tst_namevalue.moc"
