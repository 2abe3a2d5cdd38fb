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

void mlperfRows()
{
    row("mll06 throughput of a step",
        R"(0: :::MLL 1560822683.386 tracked_loss: {"value": 1.5, "metadata": {"step_num": 7, "file": "t.py", "lineno": 5}})",
        "1 train step 7 (tracked_loss)=1.5");
    row("mll06 setting", R"(:::MLL 1560822683.386 opt_learning_rate: {"value": 0.1, "metadata": {"file": "t.py"}})",
        "");
    row("mll06 two measures",
        R"(:::MLL 1558511613.160 eval_accuracy: {"value": [0.25, 0.5], "metadata": {"epoch_num": 2, "file": "t.py"}})",
        "1 eval epoch 2 val_accuracy=0.25 (eval_accuracy[1])=0.5");
    row("mllog without a type",
        R"(:::MLLOG {"namespace": "main", "time_ms": 1594327727279, "key": "eval_accuracy", "value": 0.71, "metadata": {"epoch_num": 6}})",
        "1 eval epoch 6 val_accuracy=0.71");
    row("mlpv05 size", R"(:::MLPv0.5.0 ncf 1541731867.07 (ncf.py:152) eval_size: {"epoch": 0, "value": 138493000})",
        "");
    row("mlpv05 rate",
        R"(:::MLPv0.5.0 ssd 1541731867.07 (t.py:1) opt_learning_rate: {"epoch": 1, "value": 0.5, "iteration": 3})",
        "1 train epoch 1 step 3 lr=0.5");
    row("mlpv05 two measures",
        R"(:::MLPv0.5.0 mask_rcnn 1541632121.5 (/w/train.py:63) eval_accuracy: {"epoch": 3, "value": {"BBOX": 0.31, "SEGM": 0.28}})",
        "1 eval epoch 3 (BBOX)=0.31 (SEGM)=0.28");
    row("mlpv05 mark", R"(:::MLPv0.5.0 resnet 1541632121.5 (/w/train.py:63) eval_stop)", "");
    row("mlpv05 epoch", R"(:::MLPv0.5.0 resnet 1541632121.5 (/w/train.py:63) train_epoch: 3)", "1 epoch_start epoch 3");
}

void monaiRows()
{
    row("monai behind ignite's head",
        "[2023-09-13 08:31:58,363] [19180] [MainThread] [INFO] (ignite.engine.engine.SupervisedTrainer:294) - "
        "Epoch: 46/50, Iter: 1/3 -- train_loss: 0.6210 train_acc: 0.5",
        "1 train epoch 46/50 in 1/3 loss=0.621 accuracy=0.5");
    row("monai epoch",
        "INFO:ignite.engine.engine.SupervisedEvaluator:Epoch[46] Metrics -- val_mean_dice: 0.5 val_acc: 0.9 ",
        "1 eval epoch 46 (val_mean_dice)=0.5 val_accuracy=0.9");
    row("monai best value", "2024-09-24 12:20:13,821 - INFO - Key metric: val_mean_dice best value: 0.5 at epoch: 46",
        "");
}

void mxnetRows()
{
    row("mxnet old", "INFO:root:Epoch[0] Batch [50]   Speed: 1.16 samples/sec Train-accuracy=0.894318",
        "1 train epoch 0 in 50 samples_per_sec=1.16 accuracy=0.894318");
    row("mxnet many", "INFO:root:Epoch[0] Batch [20]\tSpeed: 6.41 samples/sec\tTrain-RPNAcc=0.78,\tRPNLogLoss=0.57,\t",
        "1 train epoch 0 in 20 samples_per_sec=6.41 (Train-RPNAcc)=0.78 (RPNLogLoss)=0.57");
    row("mxnet epoch", "INFO:root:Epoch[0] Train-accuracy=0.993666", "1 epoch_end epoch 0 accuracy=0.993666");
    row("mxnet gluon", "[Epoch 3][Batch 99], Speed: 63.6 samples/sec, CrossEntropy=5.1",
        "1 train epoch 3 in 99 samples_per_sec=63.6 (CrossEntropy)=5.1");
    row("mxnet gluon validation", "[Epoch 3] validation: err-top1=0.5 err-top5=0.2",
        "1 eval epoch 3 (err-top1)=0.5 (err-top5)=0.2");
    row("mxnet gluon-nlp", "[Epoch 0 Batch 100/1500] loss=0.5, ppl=1.6, gnorm=0.9, throughput=12.5K wps, wc=1.2K",
        "1 train epoch 0 in 100/1500 loss=0.5 perplexity=1.6 grad_norm=0.9 (throughput)=12.5 (wc)=1.2");
    row("mxnet gluon-cv epoch", "[Epoch 2] Training cost: 123.4, CrossEntropy=4.2, SmoothL1=1.9",
        "1 epoch_end epoch 2 epoch_time=123.4 (CrossEntropy)=4.2 (SmoothL1)=1.9");
    row("mxnet prose", "Node[0] Epoch[0] DALI iterator does not support 1 reset", "");
    row("mxnet-ssd",
        "[Training][Iteration 100][Epoch 1, Batch 100/115] lr: 0.031, training time: 230.9 [ms], speed: 4433 "
        "[imgs/sec], loss=9.1",
        "1 train epoch 1 step 100 in 100/115 lr=0.031 step_time=230.9 samples_per_sec=4433 loss=9.1");
}

void nvidiaRows()
{
    row("bert with accuracy",
        "{'training_steps': 6, 'average_loss': 5.7, 'step_loss': 5.3, 'mlm_accuracy': 0.5, 'seq/s': 110.8, "
        "'global_steps': np.int64(3)}",
        "1 train step 6 loss=5.7 loss=5.3 accuracy=0.5 samples_per_sec=110.8 (global_steps)=3");
    row("bert end",
        "{'e2e_time': 1200.5, 'training_sequences_per_second': 388.1, 'final_loss': 1.4, 'raw_train_time': 1190.0}",
        "1 summary (e2e_time)=1200.5 samples_per_sec=388.1 loss=1.4 (raw_train_time)=1190");
    row("dlrm", "Epoch:[0/1] [592/75869]  eta: 1 day, 0:14:24  loss: 0.1482  step_time: 0.0114  lr: 5.1752",
        "1 train epoch 0/1 in 592/75869 loss=0.1482 step_time=0.0114 lr=5.1752");
    row("dlrm test", "Epoch 0 step 3792. Test loss 0.12345, auc 0.776527",
        "1 eval epoch 0 step 3792 val_loss=0.12345 (auc)=0.776527");
    row("dlrm prose", "Epoch 0 step 3792. The auc 0.77, and more to come", "");
    row("gnmt validation",
        "0: VALIDATION [0][10/160]\tTime 0.062 (0.062)\tData 1.2e-04 (1.2e-04)\tTok/s 120 (120)\tLoss/tok 4.2 (4.3)",
        "1 eval epoch 0 in 10/160 step_time=0.062 data_time=0.00012 (Tok/s)=120 val_loss=4.2 (Loss/tok avg)=4.3");
    row("gnmt summary", "Summary: Epoch: 3\tTraining Loss: 4.4533\tValidation Loss: 3.9\tTest BLEU: 20.27",
        "1 epoch_end epoch 3 loss=4.4533 val_loss=3.9 (Test BLEU)=20.27");
    row("ncf passes over its bars",
        "Initial HR@10 = 0.0028, NDCG@10 = 0.0016\n  1%|          | 1/95 [00:00<00:40,  2.32it/s]\n"
        "Epoch 0: HR@10 = 0.43, NDCG@10 = 0.24, AUC = 0.9, train_time = 1.77, val_time = 0.29",
        "3 eval epoch 0 (HR@10)=0.43 (NDCG@10)=0.24 (AUC)=0.9 epoch_time=1.77 (val_time)=0.29");
    row("ssd without speed", "Iteration:     20, Loss function: 20.534, Average Loss: 0.446",
        "1 train step 20 loss=20.534 (Average Loss)=0.446");
}

void paddleRows()
{
    row("paddleclas",
        "[2022/07/05 10:38:28] ppcls INFO: [Train][Epoch 1/120][Iter: 10/5005]lr(PiecewiseDecay): 0.1, top1: 0.0014, "
        "CELoss: 8.3, loss: 8.3, batch_cost: 0.79642s, reader_cost: 0.02113, ips: 321.4 samples/s, eta: 5 days, "
        "12:52:01",
        "1 train epoch 1/120 in 10/5005 lr=0.1 accuracy=0.0014 (CELoss)=8.3 loss=8.3 step_time=0.79642 "
        "data_time=0.02113 "
        "samples_per_sec=321.4");
    row("paddleclas mean", "[2022/04/04 17:51:16] root INFO: [Train][Epoch 1/20][Avg]CELoss: 4.6, loss: 4.6",
        "1 epoch_end epoch 1/20 (CELoss)=4.6 loss=4.6");
    row("paddleclas evaluation",
        "[2022/04/04 17:51:16] ppcls INFO: [Eval][Epoch 1][Iter: 0/20]CELoss: 4.6, loss: 4.6, top1: 0.5, "
        "batch_cost: 0.5s, reader_cost: 0.1, ips: 10.1 images/sec",
        "1 eval epoch 1 in 0/20 (CELoss)=4.6 val_loss=4.6 val_accuracy=0.5 (batch_cost)=0.5 (reader_cost)=0.1 "
        "samples_per_sec=10.1");
    row("paddledetection",
        "[08/15 04:02:46] ppdet.engine INFO: Epoch: [0] [   0/1929] learning_rate: 0.04 loss_vfl: 1.2 loss: 2.9 "
        "eta: 17 days, 13:50:26 batch_cost: 15.7452 data_cost: 2.9112 ips: 1.5243 images/s",
        "1 train epoch 0 in 0/1929 lr=0.04 (loss_vfl)=1.2 loss=2.9 step_time=15.7452 data_time=2.9112 "
        "samples_per_sec=1.5243");
    row("paddleseg",
        "2021-08-13 15:52:37 [INFO]\t[TRAIN] epoch: 1, iter: 10/1000, loss: 0.52, lr: 0.0099, batch_cost: 0.34, "
        "reader_cost: 0.01, ips: 11.5 samples/sec | ETA 00:05:23",
        "1 train epoch 1 step 10/1000 loss=0.52 lr=0.0099 step_time=0.34 data_time=0.01 samples_per_sec=11.5");
    row("paddlenlp trainer",
        "[2022-08-31 16:19:16,008] [    INFO] - loss: 3.25, learning_rate: 2.9e-05, global_step: 10, interval_runtime: "
        "2.2591, "
        "interval_samples_per_second: 3.541, interval_steps_per_second: 4.427, epoch: 0.0265",
        "1 train epoch 0.0265 step 10 loss=3.25 lr=2.9e-05 (interval_runtime)=2.2591 samples_per_sec=3.541 "
        "steps_per_sec=4.427");
    row("paddlenlp script",
        "[2022-09-21 05:43:59,508] [    INFO] - [train] epoch: 0, batch: 1, loss: 11.0, avg_batch_cost: 0.71 sec, "
        "speed: 1.41 step/s, ips_total: 92267 tokens/s, ips: 11533 tokens/s, learning rate: 4.1e-08",
        "1 train epoch 0 in 1 loss=11 step_time=0.71 steps_per_sec=1.41 tokens_per_sec=92267 tokens_per_sec=11533 "
        "lr=4.1e-08");
    row("paddlerec",
        "2021-08-13 15:52:42,372 - INFO - epoch: 0, batch_id: 100, auc:0.5, loss:[0.69], avg_reader_cost: 0.01 sec, "
        "avg_batch_cost: 0.04 sec, avg_samples: 51.2, ips: 1045.8 ins/s, loss: 0.69",
        "1 train epoch 0 in 100 (auc)=0.5 loss=0.69 data_time=0.01 step_time=0.04 "
        "samples_per_sec=1045.8");
    row("paddle test chain",
        "[2021/12/04 05:16:13] root INFO: [epoch 0, iter 5][TRAIN]avg_samples: 32.0 , avg_reader_cost: 0.001 sec, "
        "avg_batch_cost: 0.011 sec, loss: 0.345 , avg_ips: 2880.29 images/sec",
        "1 train epoch 0 in 5 data_time=0.001 step_time=0.011 loss=0.345 samples_per_sec=2880.29");
    row("paddleocr memory",
        "[2026/01/30 01:23:26] ppocr INFO: epoch: [1/200], global_step: 5, lr: 0.1, loss: 75.5, avg_batch_cost: 0.8 s, "
        "ips: 77.6 samples/s, eta: 6:02:34, max_mem_reserved: 2029 MB, max_mem_allocated: 1746 MB",
        "1 train epoch 1/200 step 5 lr=0.1 loss=75.5 step_time=0.8 samples_per_sec=77.6 gpu_mem=2029 "
        "(max_mem_allocated)=1746");
    row("paddleclas old",
        "2020-11-25 11:36:45 INFO: epoch:4   train step:6    loss:  6.7186 top1: 0.0078 lr: 0.100000 elapse: 0.120s "
        "ips: 1062.78452 images/sec.",
        "1 train epoch 4 in 6 loss=6.7186 accuracy=0.0078 lr=0.1 (elapse)=0.12 samples_per_sec=1062.78");
    row("clips are no ips", "epoch: 3, clips: 100, loss: 0.5", "1 epoch_end epoch 3 (clips)=100 loss=0.5");
    row("paddle prose", "the reader_cost: was 5 and the ips: 7", "");
}

} // namespace

class TestLogVariantsB : public QObject
{
    Q_OBJECT
private slots:
    void lines_ofOtherVersionsAndSettings_areRead_data()
    {
        QTest::addColumn<QByteArray>("lines");
        QTest::addColumn<QString>("expected");
        mlperfRows();
        monaiRows();
        mxnetRows();
        nvidiaRows();
        paddleRows();
    }
    void lines_ofOtherVersionsAndSettings_areRead()
    {
        QFETCH(QByteArray, lines);
        QFETCH(QString, expected);
        QCOMPARE(toldRecords(lines), expected);
    }
};

QTEST_GUILESS_MAIN(TestLogVariantsB)
#include "tst_logvariants_b.moc"
