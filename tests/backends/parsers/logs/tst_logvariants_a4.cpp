// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/backends/parsers/logs/toldrecords.h"

#include <QTest>

using namespace paceline;

namespace {

void row(const char *name, const char *lines, const char *expected)
{
    QTest::newRow(name) << QByteArray(lines) << QString::fromUtf8(expected);
}

void kerasRows()
{
    row("keras without counts",
        "Epoch 3/10\n"
        " - 12s - loss: 0.25 - acc: 0.875 - val_loss: 0.5 - val_acc: 0.75\n"
        "13s - loss: 0.125 - acc: 0.9375",
        "2 epoch_end epoch 3/10 loss=0.25 accuracy=0.875 val_loss=0.5 val_accuracy=0.75\n"
        "3 epoch_end epoch 3/10 loss=0.125 accuracy=0.9375");
    row("keras of unknown length",
        "Epoch 1/2\n"
        "    100/Unknown - 20s 197ms/step - loss: 0.5\n"
        "     53/Unknown 3s 30ms/step - accuracy: 0.25 - loss: 2.0",
        "2 progress epoch 1/2 in 100 loss=0.5 step_time=197\n"
        "3 progress epoch 1/2 in 53 accuracy=0.25 loss=2 step_time=30");
    row("keras seconds behind the values",
        "Epoch 6/10\n"
        "1875/1875 - 3s - loss: 0.25 - val_loss: 0.5 - 3s/epoch - 2ms/step\n"
        "1875/1875 - 3s - 4ms/step - loss: 0.25",
        "2 epoch_end epoch 6/10 in 1875/1875 loss=0.25 val_loss=0.5 step_time=2\n"
        "3 epoch_end epoch 6/10 in 1875/1875 loss=0.25 step_time=4");
    row("keras prose",
        "12s - loss: 0.125\n"
        "Epoch 1/2\n"
        "took 12s - loss: big",
        "");
    row("keras result beside caffe", "Test loss: 0.03", "");
    row("keras quoted",
        "    Epoch 3/10\n"
        "    1875/1875 - 3s - loss: 0.25 - val_loss: 0.5",
        "2 epoch_end epoch 3/10 in 1875/1875 loss=0.25 val_loss=0.5");
}

void barsRows()
{
    row("lightning of unknown length",
        "Epoch 2: : 129it [43:14, 20.11s/it, v_num=1, loss=0.25]\n"
        "Epoch 2: |          | 12/? [00:05<00:00,  2.1it/s, v_num=0, train_loss=0.5]\n"
        "Validation: 0it [00:00, ?it/s]",
        "1 progress epoch 2 in 129 step_time=20.11 loss=0.25\n"
        "2 progress epoch 2 in 12 steps_per_sec=2.1 loss=0.5");
    row("lightning without version",
        "GPU available: True (cuda), used: True\n"
        "Epoch 1:  10%|#         | 10/100 [00:10<01:30,  1.00it/s]",
        "2 progress epoch 1 in 10/100 steps_per_sec=1");
    row("tqdm of epochs elsewhere", "Epoch 1:  10%|#         | 10/100 [00:10<01:30,  1.00it/s]",
        "1 progress epoch 1 step 10/100 steps_per_sec=1");
    row("bar without room",
        "Epoch 0:  50% 1/2 [00:00<00:00,  6.54it/s, loss=2.25, v_num=0]\n"
        " 94% 586/625 [00:25<00:01, 23.5it/s]\n"
        "the disk is 94% full, 586/625 [files]",
        "1 progress epoch 0 in 1/2 steps_per_sec=6.54 loss=2.25\n"
        "2 progress step 586/625 steps_per_sec=23.5");
    row("lightning with rich",
        "Epoch 6/9  ━━━╸     10/100 0:00:10 • 0:01:30 1.00it/s v_num: 0.000 train_loss: 0.25\n"
        "Epoch 4    --------- ---- 232/291 0:00:33 • -:--:-- 7.00it/s loss: 0.5 ",
        "1 progress epoch 6/9 in 10/100 steps_per_sec=1 loss=0.25\n"
        "2 progress epoch 4 in 232/291 steps_per_sec=7 loss=0.5");
    row("lightning twins with strokes",
        "Epoch 9:  50%|#####     | 50/100 [00:10<00:10, 5.0it/s, v_num=1, train/loss_step=0.5, val/loss=0.25, "
        "train/loss_epoch=0.75]",
        "1 progress epoch 9 in 50/100 steps_per_sec=5 loss=0.5 val_loss=0.25 (train/loss_epoch)=0.75");
}

void llmcRows()
{
    row("llm.c earlier programs",
        "step    2/74: train loss 4.25 (acc 4.25) (80.5 ms, ~50794 tok/s)\n"
        "step    3/74: train loss 4.5 norm 3.25 (18.5 ms, 219908 tok/s)\n"
        "step 0: train loss 5.25 (took 1952.5 ms)\n"
        "step   20/19560 | train loss 7.5 | norm 4.5 | lr 6e-05 | 1014.5 ms | 40.5% bf16 A100 MFU | 516936 tok/s",
        "1 train step 2/74 loss=4.25 step_time=80.5 tokens_per_sec=50794\n"
        "2 train step 3/74 loss=4.5 grad_norm=3.25 step_time=18.5 tokens_per_sec=219908\n"
        "3 train step 0 loss=5.25 step_time=1952.5\n"
        "4 train step 20/19560 loss=7.5 grad_norm=4.5 lr=6e-05 step_time=1014.5 mfu=40.5 tokens_per_sec=516936");
    row("llm.c in Python",
        "step    1/10 | train loss 5.25 | norm 30.25 | lr 1.00e-04 | (42.25 ms | 6060 tok/s)\n"
        "iteration 2, loss: 5.25, time: 42.25ms, tok/s: 6060.5, norm: 30.25",
        "1 train step 1/10 loss=5.25 grad_norm=30.25 lr=0.0001 step_time=42.25 tokens_per_sec=6060\n"
        "2 train step 2 loss=5.25 step_time=42.25 tokens_per_sec=6060.5 grad_norm=30.25");
    row("llm.c main.log",
        "s:0 tel:11.0\n"
        "s:1 trl:10.5 lr:0.000001 norm:15.25\n"
        "s:250 eval:0.25\n"
        "s:1 other:3",
        "1 eval step 0 val_loss=11\n"
        "2 train step 1 loss=10.5 lr=1e-06 grad_norm=15.25\n"
        "3 eval step 250 (eval)=0.25");
    row("llm.c quoted",
        "    val loss 4.5 \n"
        "    step    2/74: train loss 4.25 (acc 4.25) (80.5 ms, ~50794 tok/s)",
        "1 eval val_loss=4.5\n"
        "2 train step 2/74 loss=4.25 step_time=80.5 tokens_per_sec=50794");
}

void otherRows()
{
    row("caffe of NVIDIA",
        "I0101 00:00:00.000000  1 solver.cpp:279] Iteration 120 (24.5 iter/s, 4.1s/20 iters), 3.5/90ep, loss = 0.25\n"
        "I0101 00:00:00.000000  1 solver.cpp:330] Iteration 120, Testing net (#0)\n"
        "I0101 00:00:00.000000  1 solver.cpp:397]     Test net output #0: accuracy@5 = 0.875",
        "1 train step 120 loss=0.25 steps_per_sec=24.5\n"
        "2 eval_start step 120\n"
        "3 eval step 120 accuracy_top5=0.875");
    row("dlrm without time", "Finished training it 1024/2048 of epoch 0, -1.00 ms/it, loss 0.5",
        "1 train epoch 0 in 1024/2048 step_time=-1 loss=0.5");
    row("bigdl validation of a Spark shell",
        "17/03/28 11:00:00 INFO DistriOptimizer$: [Epoch 1 10/20][Iteration 5][Wall Clock 72.8s] Train 10 in "
        "1.25seconds. Throughput is 8.0 records/second. Loss is 0.5. \n"
        "17/03/28 11:00:02 INFO DistriOptimizer$: Loss is (Loss: 4.0, count: 4, Average Loss: 1.0)",
        "1 train epoch 1 step 5 step_time=1.25 samples_per_sec=8 loss=0.5\n"
        "2 eval epoch 1 step 5 val_loss=1");
    row("maxtext before devices", "completed step: 7, seconds: 2.5, TFLOP/s: 36.5, loss: 2.25",
        "1 train step 7 step_time=2.5 tflops=36.5 loss=2.25");
    row("detectron2 parts",
        "{\"iteration\": 79, \"mask_rcnn/accuracy\": 0.875, \"total_loss\": 1.5, \"best_accuracy\": 0.9}",
        "1 train step 79 accuracy=0.875 loss=1.5 (best_accuracy)=0.9");
    row("lightning csv parts",
        "step,epoch,loss/train,val_loss/dataloader_idx_0,top_5_accuracy,best_acc\n"
        "1,0,0.5,0.25,0.875,0.9",
        "2 train epoch 0 step 1 loss=0.5 val_loss=0.25 accuracy_top5=0.875 (best_acc)=0.9");
    row("lightning csv quoted",
        "    epoch,step,train_loss\n"
        "    0,9,0.5",
        "2 train epoch 0 step 9 loss=0.5");
    row("chainer with narrow heads",
        "epoch  iteration  main/loss  validation/main/loss\n"
        "1      100         0.5         0.75",
        "2 train epoch 1 step 100 loss=0.5 val_loss=0.75");
}

} // namespace

class TestLogVariantsA4 : public QObject
{
    Q_OBJECT
private slots:
    void lines_ofOtherVersionsAndSettings_areRead_data()
    {
        QTest::addColumn<QByteArray>("lines");
        QTest::addColumn<QString>("expected");
        kerasRows();
        barsRows();
        llmcRows();
        otherRows();
    }
    void lines_ofOtherVersionsAndSettings_areRead()
    {
        QFETCH(QByteArray, lines);
        QFETCH(QString, expected);
        QCOMPARE(toldRecords(lines), expected);
    }
};

QTEST_GUILESS_MAIN(TestLogVariantsA4)
#include "tst_logvariants_a4.moc"
