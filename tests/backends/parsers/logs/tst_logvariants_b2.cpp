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

void multiLineRows()
{
    row("olmo-core",
        "2025-01-01 "
        "10:00:00.123\thost:0\tolmo_core.train.callbacks.console_logger:61\tINFO\t[step=10/2000,epoch=1,eta=1:02:03]\n"
        "    train/CE loss=2.500\n    train/PPL=12.18\n    optim/total grad norm=0.5\n    optim/LR (group 0)=0.0001\n"
        "    throughput/device/TPS (actual avg)=9,000\n    throughput/device/TPS=10,000\n    "
        "throughput/device/MFU=41.2\ndone",
        "1 train epoch 1 step 10/2000 loss=2.5 perplexity=12.18 grad_norm=0.5 lr=0.0001 "
        "(throughput/device/TPS (actual avg))=9000 tokens_per_sec=10000 mfu=41.2");
    row("olmo evaluation",
        "[step=10/20]\n    train/CrossEntropyLoss=2.5\n[eval_step=1/1]\npile-val\n    eval/pile/CrossEntropyLoss=2.7\n",
        "1 train step 10/20 loss=2.5\n5 eval step 10 val_loss=2.7");
    row("olmo other rank between",
        "0: [step=1/9]\n0:     train/CrossEntropyLoss=2.5\n1: a warning\n0:     train/Perplexity=12.2\n",
        "1 train step 1/9 loss=2.5 perplexity=12.2");
    row("olmo head alone", "[step=10/20]\n[step=11/20]", "");
    row("step in brackets behind values", "loss=0.5 [step=10/20]\n    a/b=1", "1 train step 10/20 loss=0.5");
    row("verl validation", "(main_task pid=144783) step:0 - val/test_score/countdown:0.104",
        "1 eval step 0 (val/test_score/countdown)=0.104");
    row("verl numpy",
        "step:5 - actor/pg_loss:np.float64(0.25) - perf/throughput:1234.5 - perf/time_per_step:12.5 - training/epoch:1",
        "1 train epoch 1 step 5 loss=0.25 tokens_per_sec=1234.5 step_time=12.5 (training/epoch)=1");
    row("verl no section", "step:5 - done - really", "");
    row("baselines without sections",
        "--------------------------------------\n| approxkl           | 8.8e-05 |\n| fps                | 1262 |\n"
        "| total_timesteps    | 2048 |\n--------------------------------------",
        "1 train step 2048 (approxkl)=8.8e-05 samples_per_sec=1262");
    row("sb3 evaluation",
        "    ----------------------------------\n    | eval/              |          |\n    |    mean_reward     | "
        "-1e+03   |\n"
        "    | time/              |          |\n    |    total_timesteps | 10000    |\n    "
        "----------------------------------",
        "1 eval step 10000 (eval/mean_reward)=-1000");
    row("sb3 without borders",
        "Wrapping the env\n| time/                   |          |\n|    fps                  | 847      |\n|    "
        "total_timesteps      | 2048     |\n\nEval Episode 1",
        "2 train step 2048 samples_per_sec=847");
    row("another table", "-----------------\n| model | params |\n| small | 12     |\n-----------------", "");
}

void tensorflowRows()
{
    row("estimator evaluation",
        "INFO:tensorflow:Saving dict for global step 1000: accuracy = 0.9126, global_step = 1000, label/mean = 22.08, "
        "loss = 0.9",
        "1 eval step 1000 val_accuracy=0.9126 (label/mean)=22.08 val_loss=0.9");
    row("estimator order",
        "I0930 13:31:34.584934 140152603084608 basic_session_run_hooks.py:260] accuracy = 0.5, learning_rate = 0.1, "
        "loss = 1.5, step = 100 (12.345 sec)",
        "1 train step 100 accuracy=0.5 lr=0.1 loss=1.5 (sec)=12.345");
    row("estimator without step", "INFO:tensorflow:learning_rate = 0.1, loss = 1.5 (12.345 sec)",
        "1 train lr=0.1 loss=1.5 (sec)=12.345");
    row("estimator end", "INFO:tensorflow:Loss for final step: 0.048366968.", "1 summary loss=0.048367");
    row("estimator speeds", "INFO:tensorflow:Average examples/sec: 1077.5 (1083.2), step = 300",
        "1 train step 300 (Average examples/sec)=1077.5 samples_per_sec=1083.2");
    row("slim", "INFO:tensorflow:global step 10: loss = 12.3456 (0.250 sec/step)",
        "1 train step 10 loss=12.3456 step_time=0.25");
    row("assignments of others", "epoch = 3, step = 2, loss = 0.5", "1 train epoch 3 step 2 loss=0.5");
    row("estimator prose", "the loss = 0.5, step = 3 (1.0 sec)\na = 1, b = 2", "");
    row("orbit",
        "I0324 07:55:20.597360 140348344015936 controller.py:479] train | step:      1 | steps/sec:    0.4 | output: "
        "{'train_accuracy': 0.0, 'train_loss': 12.6}",
        "1 train step 1 steps_per_sec=0.4 accuracy=0 loss=12.6");
    row("orbit over lines",
        "train | step:    100 | steps/sec:    6.4 | output: \n    {'learning_rate': 0.1,\n     'training_loss': "
        "array(0.5, dtype=float32)}\n"
        " eval | step:    100 | eval time:    3.1 sec | output: \n    {'accuracy': 0.9,\n     'validation_loss': "
        "0.7}\n",
        "1 train step 100 steps_per_sec=6.4 lr=0.1 loss=0.5\n4 eval step 100 (eval time)=3.1 val_accuracy=0.9 "
        "val_loss=0.7");
    row("orbit begins", "train | step:    100 | training until step 200...", "");
    row("time history old", "BenchmarkMetric: {'global step':100, 'time_taken': 15.681,'examples_per_second': 1632.5}",
        "1 train step 100 (time_taken)=15.681 samples_per_sec=1632.5");
    row("cnn with accuracies",
        "Step\tImg/sec\ttotal_loss\ttop_1_accuracy\ttop_5_accuracy\n10\timages/sec: 244.9 +/- 0.6 (jitter = "
        "1.7)\t7.892\t0.001\t0.005",
        "2 train step 10 samples_per_sec=244.9 (+/-)=0.6 (jitter)=1.7 loss=7.892 accuracy=0.001 accuracy_top5=0.005");
    row("cnn behind a launcher",
        "INFO|2024-12-07T13:54:57|/opt/launcher.py|27| 10        images/sec: 79.8 +/- 2.0 (jitter = 2.9) 8.642",
        "1 train step 10 samples_per_sec=79.8 (+/-)=2 (jitter)=2.9 loss=8.642");
    row("cnn evaluation", "Accuracy @ 1 = 0.7512 Accuracy @ 5 = 0.9231 [50000 examples]",
        "1 eval val_accuracy=0.7512 (Accuracy @ 5)=0.9231");
}

void yoloRows()
{
    row("yolo bar without brackets",
        "      Epoch    GPU_mem   box_loss   seg_loss   cls_loss   dfl_loss  Instances       Size\n"
        "       1/25     0.721G      1.222      2.5      1.679      1.368          5        512: 100% ━━━━━━━━━━━━ "
        "1126/1126 9.1it/s 2:04\n"
        "                 Class     Images  Instances      Box(P          R      mAP50  mAP50-95)     Mask(P          "
        "R      mAP50  mAP50-95): 100% ━━━━━━━━━━━━ 94/94 10.0it/s 9.4s\n"
        "                   all       1500       1699      0.823      0.739       0.82      0.482      0.5      0.4    "
        "   0.3      0.2\n"
        "                person       1500       1699      0.823      0.739       0.82      0.482      0.5      0.4    "
        "   0.3      0.2",
        "2 epoch_end epoch 1/25 gpu_mem=0.721 (box_loss)=1.222 (seg_loss)=2.5 (cls_loss)=1.679 (dfl_loss)=1.368\n"
        "4 eval epoch 1 (P)=0.823 (R)=0.739 (mAP50)=0.82 (mAP50-95)=0.482 (Mask P)=0.5 (Mask R)=0.4 (Mask mAP50)=0.3 "
        "(Mask mAP50-95)=0.2");
    row("yolo refreshes",
        "      Epoch    GPU_mem       loss  Instances       Size\n"
        "       1/50     0.679G     0.2584         11         64:  50%|█████     | 15/30 [00:04<00:04,  3.30it/s]\r"
        "       1/50     0.679G     0.2000         11         64: 100%|██████████| 30/30 [00:09<00:00,  3.30it/s]\n"
        "               classes   top1_acc   top5_acc: 100%|██████████| 1/1 [00:00<00:00,  2.86it/s]\n                 "
        "  all      0.591          1",
        "2 train epoch 1/50 in 15/30 gpu_mem=0.679 loss=0.2584\n2 epoch_end epoch 1/50 gpu_mem=0.679 loss=0.2\n"
        "4 eval epoch 1 val_accuracy=0.591 (top5_acc)=1");
    row("yolov5",
        "     Epoch   gpu_mem       box       obj       cls    labels  img_size\n"
        "     0/299     3.62G   0.04488   0.06711   0.01955        34       640: 100%|██████████| 16/16 [00:05<00:00,  "
        "2.9it/s]\n"
        "               Class     Images     Labels          P          R     mAP@.5 mAP@.5:.95: 100%|██████████| 4/4 "
        "[00:01<00:00,  3.0it/s]\n"
        "                 all        128        929      0.577      0.414       0.46      0.279",
        "2 epoch_end epoch 0/299 gpu_mem=3.62 (box)=0.04488 (obj)=0.06711 (cls)=0.01955\n"
        "4 eval epoch 0 (P)=0.577 (R)=0.414 (mAP@.5)=0.46 (mAP@.5:.95)=0.279");
    row("yolo csv with time",
        "epoch,time,train/loss,metrics/accuracy_top1,metrics/accuracy_top5,val/loss,lr/pg0,lr/"
        "pg1\n1,12.5,0.5,0.9,1,0.6,0.001,0.001\n2,25,nan,0.9,1,,0.001,0.001",
        "2 train epoch 1 (time)=12.5 loss=0.5 val_accuracy=0.9 (metrics/accuracy_top5)=1 val_loss=0.6 lr=0.001 "
        "(lr/pg1)=0.001\n"
        "3 train epoch 2 (time)=25 loss=nan val_accuracy=0.9 (metrics/accuracy_top5)=1 lr=0.001 (lr/pg1)=0.001");
    row("yolov5 csv",
        "               epoch,      train/box_loss,      metrics/mAP_0.5,        val/box_loss,               x/lr0,    "
        "           x/lr1\n"
        "                   0,             0.04488,             0.46,            0.05,               0.0033,           "
        "    0.0033",
        "2 train epoch 0 (train/box_loss)=0.04488 (metrics/mAP_0.5)=0.46 val_loss=0.05 lr=0.0033 (x/lr1)=0.0033");
    row("csv of Lightning", "epoch,step,train/loss,val/loss,metrics/acc\n0,1,0.5,0.6,0.7",
        "2 train epoch 0 step 1 loss=0.5 val_loss=0.6 accuracy=0.7");
}

} // namespace

class TestLogVariantsB2 : public QObject
{
    Q_OBJECT
private slots:
    void lines_ofOtherVersionsAndSettings_areRead_data()
    {
        QTest::addColumn<QByteArray>("lines");
        QTest::addColumn<QString>("expected");
        multiLineRows();
        tensorflowRows();
        yoloRows();
    }
    void lines_ofOtherVersionsAndSettings_areRead()
    {
        QFETCH(QByteArray, lines);
        QFETCH(QString, expected);
        QCOMPARE(toldRecords(lines), expected);
    }
};

QTEST_GUILESS_MAIN(TestLogVariantsB2)
#include "tst_logvariants_b2.moc"
