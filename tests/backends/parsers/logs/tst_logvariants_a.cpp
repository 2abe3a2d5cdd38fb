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

void bigDlRows()
{
    row("bigdl distributed",
        "2020-12-03 15:25:30 INFO  DistriOptimizer$:426 - [Epoch 2 47680/50000][Iteration 24420][Wall Clock "
        "497.634203315s] Trained 4 records in 0.022554577 seconds. Throughput is 177.3476 records/second. Loss is "
        "0.82751834.",
        "1 train epoch 2 step 24420 step_time=0.0225546 samples_per_sec=177.348 loss=0.827518");
    row("bigdl with hyper parameters",
        "2021-12-22T09:43:56.136-0800 level=INFO thread=main logger=com.intel.analytics.bigdl.optim.DistriOptimizer$\n"
        "[Epoch 10 96/150][Iteration 48][Wall Clock 2.051005411s] Trained 32.0 records in 0.026512474 seconds. "
        "Throughput is 1206.979 records/second. Loss is 1.0808454. Sequential908171a5's hyper parameters: Current "
        "learning rate is 0.01. Current dampening is 1.7976931348623157E308.  ",
        "2 train epoch 10 step 48 step_time=0.0265125 samples_per_sec=1206.98 loss=1.08085 lr=0.01 (Current "
        "dampening)=1.79769e+308");
    row("bigdl of a Spark shell",
        "INFO optim.DistriOptimizer$: [Epoch 2 9600/15107][Iteration 194][Wall Clock 193.266637037s] Trained 128 "
        "records "
        "in 0.958591653 seconds. Throughput is 133.52922 records/second. Loss is NaN.",
        "1 train epoch 2 step 194 step_time=0.958592 samples_per_sec=133.529 loss=nan");
    row("bigdl validation",
        "2021-01-27 13:41:39 INFO  DistriOptimizer$:427 - [Epoch 1 25088/25000][Iteration 196][Wall Clock 1.35s] "
        "Trained "
        "128.0 records in 5.17 seconds. Throughput is 24.7 records/second. Loss is 0.15.\n"
        "2021-01-28 01:50:24 INFO  DistriOptimizer$:1759 - Top1Accuracy is Accuracy(correct: 17086, count: 25000, "
        "accuracy: 0.68344)\n"
        "2021-01-28 01:50:24 INFO  DistriOptimizer$:1759 - Loss is (Loss: 12.5, count: 10, Average Loss: 1.25)",
        "1 train epoch 1 step 196 step_time=5.17 samples_per_sec=24.7 loss=0.15\n"
        "2 eval epoch 1 step 196 val_accuracy=0.68344\n3 eval epoch 1 step 196 val_loss=1.25");
    row("bigdl epoch end",
        "2019-03-29 11:33:27 INFO  DistriOptimizer$:430 - [Epoch 10 196000/194177][Iteration 980][Wall Clock 111.29s] "
        "Epoch finished. Wall clock time is 111351.252 ms\n"
        "2019-03-29 11:33:28 INFO  DistriOptimizer$:111 - [Epoch 10 196000/194177][Iteration 980][Wall Clock 111.29s] "
        "Validate model...",
        "");
    row("bigdl prose", "we saw [Epoch 1 of many, and the loss is 5", "");
}

void caffeRows()
{
    row("caffe speed",
        "I0317 10:00:13.224641  1253 solver.cpp:239] Iteration 20 (1.51 iter/s, 13.2s/20 iters), loss = 7.01",
        "1 train step 20 loss=7.01 steps_per_sec=1.51");
    row("caffe fork",
        "I0317 10:00:13.224641  1253 sgd_solver.cpp:112] Iteration 20, lr = 0.01, m = 0.9, wd = 0.0001, gs = 1",
        "1 train step 20 lr=0.01 (m)=0.9 (wd)=0.0001 (gs)=1");
    row("caffe top 5",
        "I0317 10:00:13.224641  1253 solver.cpp:341] Iteration 1000, Testing net (#0)\n"
        "I0317 10:00:13.224641  1253 solver.cpp:409]     Test net output #0: loss3/top-1 = 0.611\n"
        "I0317 10:00:13.224641  1253 solver.cpp:409]     Test net output #1: loss3/top-5 = 0.842\n"
        "I0317 10:00:13.224641  1253 solver.cpp:409]     Test net output #2: loss1/loss = 1.7 (* 0.3 = 0.51 loss)",
        "1 eval_start step 1000\n2 eval step 1000 val_accuracy=0.611\n3 eval step 1000 accuracy_top5=0.842\n4 eval "
        "step "
        "1000 (loss1/loss)=1.7");
    row("caffe of ranks",
        "I0317 10:00:13.224641  1253 solver.cpp:239]  rank = 0 Iteration 20 (-nan iter/s, 0s/20 iters), loss = 7.01",
        "1 train step 20 loss=7.01 steps_per_sec=nan");
    row("caffe nan", "I0317 10:00:13.224641  1253 solver.cpp:228] Iteration 40, loss = nan",
        "1 train step 40 loss=nan");
    row("caffe old test", "I0317 10:00:13.224641  1253 solver.cpp:228] Test score #0: 0.71",
        "1 eval (Test score)=0.71");
    row("caffe no values",
        "I0317 10:00:13.224641  1253 solver.cpp:288] Snapshotting solver state to binary proto file x_iter_5000\n"
        "I0317 10:00:13.224641  1253 sgd_solver.cpp:273] MultiStep Status: Iteration 5000, step = 1\n"
        "I0317 10:00:13.224641  1253 solver.cpp:106] Iteration 5000, Snapshotting",
        "");
}

void chainerRows()
{
    row("chainer validation apart",
        "epoch       iteration   main/loss   main/accuracy  validation/main/loss  elapsed_time\n"
        "            100         0.5         0.8                                  12.5        \n"
        "1           200                                    0.193552              25.1        ",
        "2 train step 100 loss=0.5 accuracy=0.8 (elapsed_time)=12.5\n3 eval epoch 1 step 200 val_loss=0.193552 "
        "(elapsed_time)=25.1");
    row("chainer on a terminal",
        "\x1b[Jepoch       main/loss   main/perp   lr        \n"
        "\x1b[J1           6.1         nan         0.001     \n"
        "\x1b[J     total [##########........................................] 20.00%\n"
        "this epoch [..................................................]  0.00%\n"
        "      1200 iter, 1 epoch / 5 epochs\n"
        "    inf iters/sec. Estimated time to finish: 0:00:00.\n",
        "2 train epoch 1 loss=6.1 (main/perp)=nan lr=0.001");
    row("chainer indented",
        "    epoch       main/loss   validation/main/loss\n    1           1573.94                           \n"
        "    2                       617.106             ",
        "2 train epoch 1 loss=1573.94\n3 eval epoch 2 val_loss=617.106");
    row("chainer long value",
        "epoch       iteration   main/loss \n1           600         -1.23457e-05\n2           1200        0.1       ",
        "2 train epoch 1 step 600 loss=-1.23457e-05\n3 train epoch 2 step 1200 loss=0.1");
    row("columns of others", "epoch  loss  accuracy\n1      0.5   0.8\n", "");
    row("rows without a head", "1           600         0.5 \n", "");
}

void deepMdRows()
{
    row("deepmd first version",
        "# batch      l2_tst    l2_trn    l2_e_tst  l2_e_trn    l2_f_tst  l2_f_trn         lr\n"
        "      0    2.59e+01  2.61e+01    2.10e-01  2.11e-01    8.20e-01  8.25e-01    1.0e-03",
        "2 train step 0 val_loss=25.9 loss=26.1 (l2_e_tst)=0.21 (l2_e_trn)=0.211 (l2_f_tst)=0.82 (l2_f_trn)=0.825 "
        "lr=0.001");
    row("deepmd without validation",
        "#  step      rmse_trn    rmse_e_trn         lr\n"
        "# If there is no available reference data, rmse_*_{val,trn} will print nan\n"
        "      0      1.0e+01           nan    1.0e-03\n"
        "   2000      5.0e+00      1.0e-01    9.0e-04\n"
        "   4000      5.0e+00",
        "3 train step 0 loss=10 (rmse_e_trn)=nan lr=0.001\n4 train step 2000 loss=5 (rmse_e_trn)=0.1 lr=0.0009");
    row("deepmd tasks",
        "#  step     rmse_val_water rmse_trn_water         lr\n      1      3.33e+01    3.41e+01    1.0e-03",
        "2 train step 1 (rmse_val_water)=33.3 (rmse_trn_water)=34.1 lr=0.001");
    row("table of others", "#  step  energy  lr\n  0  1.0  0.1", "");
}

void chatRows()
{
    row("deepspeed chat, later",
        "Epoch: 0 | Step: 42 | PPO Epoch: 1 | Actor Loss: 0.122 | Critic Loss: 0.073 | Unsupervised Loss: 0.0\n"
        "End-to-End => Latency: 3.88s, TFLOPs: 9.14, Samples/sec: 16.50, Time/seq 0.06s, Batch Size: 64, Total Seq. "
        "Length: 512\n"
        "Generation => Latency: 2.58s, Per-token Latency 10.07 ms, TFLOPs: 1.5, BW: 260.1 GB/sec, Answer Seq. Length: "
        "256\n"
        "Training   => Latency: 1.08s, TFLOPs: 28.4\n"
        "Actor Model Parameters => 1.316 B, Critic Model Parameters => 0.331 B\n"
        "Average reward score: 0.43 | EMA reward score: 0.21",
        "1 train epoch 0 step 42 loss=0.122 (Critic Loss)=0.073 (Unsupervised Loss)=0\n"
        "2 train epoch 0 step 42 step_time=3.88 tflops=9.14 samples_per_sec=16.5 (Time/seq)=0.06 (Batch Size)=64 "
        "(Total "
        "Seq. Length)=512\n"
        "3 train epoch 0 step 42 (Generation Latency)=2.58 (Generation Per-token Latency)=10.07 (Generation "
        "TFLOPs)=1.5 "
        "(Generation BW)=260.1 (Generation Answer Seq. Length)=256\n"
        "4 train epoch 0 step 42 (Training Latency)=1.08 (Training TFLOPs)=28.4\n"
        "6 train epoch 0 step 42 (Average reward score)=0.43 (EMA reward score)=0.21");
    row("deepspeed fine-tuning",
        "Model Parameters: 6.790 B, Latency: 0.88s, TFLOPs: 91.31, Samples/sec: 9.09, Time/seq 0.11s, Batch Size: 8, "
        "Sequence Length: 512",
        "1 train step_time=0.88 tflops=91.31 samples_per_sec=9.09 (Time/seq)=0.11 (Batch Size)=8 (Sequence "
        "Length)=512");
    row("deepspeed reward model",
        "chosen_last_scores (higher is better) : 2.81, rejected_last_scores (lower is better) : 1.13, acc (higher is "
        "better) : 0.65",
        "1 eval (chosen_last_scores)=2.81 (rejected_last_scores)=1.13 val_accuracy=0.65");
    row("deepspeed preferences", "chosen: -31.9375, rejected: -33.96875, loss: 0.6650807857513428",
        "1 eval (chosen)=-31.9375 (rejected)=-33.9688 val_loss=0.665081");
    row("no chat", "epoch: 0|step: 42|lunch: 1\nTraining   => the model\nAverage reward score: good", "");
}

void dllRows()
{
    row("dlljson of one step",
        R"(DLLL {"timestamp": "1.5", "elapsedtime": "0.2", "datetime": "d", "type": "LOG", "step": 7, "data": {"step_loss": 1.5, "learning_rate": "1e-4", "text": "a"}})",
        "1 train step 7 loss=1.5 lr=0.0001");
    row("dlljson validation",
        R"(DLLL {"timestamp": "1.5", "type": "LOG", "step": [3], "data": {"val_loss": 2.0, "val_items_per_sec": 10.0}})",
        "1 eval epoch 3 val_loss=2 samples_per_sec=10");
    row("dlljson words in the step",
        R"(DLLL {"timestamp": "1.5", "type": "LOG", "step": [1, 5, "train"], "data": {"loss": NaN, "shape": [1, 2]}})",
        "1 train epoch 1 step 5 loss=nan");
    row("dlljson settings",
        R"(DLLL {"type": "LOG", "step": "PARAMETER", "data": {"lr": 0.1}})"
        "\n"
        R"(DLLL {"type": "METADATA", "metric": "loss", "metadata": {"unit": "nat"}})",
        "");
    row("dll tuple", "DLL 2020-06-23 12:34:56.123456 - (0, 10) loss : 7.5 throughput : 100.5 img/s lr : 0.1 ",
        "1 train epoch 0 step 10 loss=7.5 samples_per_sec=100.5 lr=0.1");
    row("dll tuple of an epoch", "DLL 2020-06-23 12:34:56.123456 - (0,) val.loss : 7.5  val.top1 : 12.5 %",
        "1 eval epoch 0 val_loss=7.5 val_accuracy=12.5");
    row("dll number", "DLL 2020-06-23 12:34:56.123456 - 100 average_loss : 7.5  step_loss : nan  learning_rate : 0.1 ",
        "1 train step 100 (average_loss)=7.5 loss=nan lr=0.1");
    row("dll summary", "DLL 2020-06-23 12:34:56.123456 - () val.top1 : 76.1 %  train.total_ips : 2500.5 img/s",
        "1 summary val_accuracy=76.1 samples_per_sec=2500.5");
    row("dll settings", "DLL 2020-06-23 12:34:56.123456 - PARAMETER lr : 0.1  epochs : 90 ", "");
    row("dll fastpitch",
        "DLL 2021-02-01 10:22:28.249054 - epoch    1 | iter   2/15 | loss 30.12 | mel loss 15.2 | kl weight 0.0 | "
        "frames/s 12345.6 | took 1.23 s | lrate 1.0e-06\n"
        "DLL 2021-02-01 10:23:28.249054 - epoch    1 | val loss 12.1 | mel loss 3.4 | took 0.5 s",
        "1 train epoch 1 in 2/15 loss=30.12 (mel loss)=15.2 (kl weight)=0 samples_per_sec=12345.6 step_time=1.23 "
        "lr=1e-06\n2 eval epoch 1 val_loss=12.1 (mel loss)=3.4 (took)=0.5");
    row("dll means",
        "DLL 2021-06-02 06:33:18.552963 - epoch   19 | avg train utts/s  4755 | took 58.57 s\n"
        "DLL 2021-06-02 07:10:25.382020 -  | avg train utts/s  4759\n"
        ":::MLLOG {\"namespace\": \"\", \"time_ms\": 1, \"event_type\": \"POINT_IN_TIME\", \"key\": \"eval_accuracy\", "
        "\"value\": 0.5, \"metadata\": {\"epoch_num\": 1}}",
        "1 epoch_end epoch 19 samples_per_sec=4755 epoch_time=58.57\n2 summary samples_per_sec=4759");
    row("dll one blank", "DLL 2020-06-23 12:34:56.123456 - (0, 10) loss : 7.5 lr : 0.1 ",
        "1 train epoch 0 step 10 loss=7.5 lr=0.1");
    row("dll speeds without a name",
        "DLL 2020-03-30 10:41:12.562594 - epoch    1 | iter   1/19 | loss 36.99 | mel loss 35.25 |  142370.52 items/s "
        "| "
        "elapsed 2.50 s | lrate 1.00E-01 -> 3.16E-06\n"
        "DLL 2021-06-30 10:58:05.828323 - epoch    1 | iter   1/24 | d loss  7.966 | g loss 95.839 |  3092.31 frames/s "
        "| "
        "took 13.25 s | g lr 3.00e-04 | d lr 3.00e-04",
        "1 train epoch 1 in 1/19 loss=36.99 (mel loss)=35.25 samples_per_sec=142371 step_time=2.5 lr=3.16e-06\n"
        "2 train epoch 1 in 1/24 (d loss)=7.966 (g loss)=95.839 samples_per_sec=3092.31 step_time=13.25 (g lr)=0.0003 "
        "(d lr)=0.0003");
    row("dll bert",
        "DLL 2020-12-07 20:04:34.092791 - Iteration: 16  throughput_train : 145.221 seq/s mlm_loss : 10.4521  nsp_loss "
        ": "
        "0.6735  total_loss : 11.1256  learning_rate : 5.25e-06 \n"
        "DLL 2020-12-07 20:04:34.092791 - Training Epoch: 0 Training Iteration: 5  step_loss : 11.25 None",
        "1 train step 16 samples_per_sec=145.221 (mlm_loss)=10.4521 (nsp_loss)=0.6735 loss=11.1256 lr=5.25e-06\n"
        "2 train epoch 0 in 5 loss=11.25");
    row("dll names of two words",
        "DLL 2021-01-04 16:37:28.435525 - 1.0 epoch : 1.0  L1 dice : 0.5  mean_dice : 0.25  eval_loss : 0.5126 \n"
        "DLL 2020-05-28 03:32:53.154306 - (6001, 129) glob_iter/iters_per_epoch : 129/130 ",
        "1 eval epoch 1 step 1 (L1 dice)=0.5 (mean_dice)=0.25 val_loss=0.5126");
    row("dll prose", "DLL is short for library\nDLL 2 - the sequel : 5", "");
}

} // namespace

class TestLogVariantsA : public QObject
{
    Q_OBJECT
private slots:
    void lines_ofOtherVersionsAndSettings_areRead_data()
    {
        QTest::addColumn<QByteArray>("lines");
        QTest::addColumn<QString>("expected");
        bigDlRows();
        caffeRows();
        chainerRows();
        deepMdRows();
        chatRows();
        dllRows();
    }
    void lines_ofOtherVersionsAndSettings_areRead()
    {
        QFETCH(QByteArray, lines);
        QFETCH(QString, expected);
        QCOMPARE(toldRecords(lines), expected);
    }
};

QTEST_GUILESS_MAIN(TestLogVariantsA)
#include "tst_logvariants_a.moc"
