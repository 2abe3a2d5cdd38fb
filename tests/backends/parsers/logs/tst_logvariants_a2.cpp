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

void recommenderRows()
{
    row("dlrm without accuracy", "Finished training it 1024/2048 of epoch 0, 25.68 ms/it, loss 0.139000 (12:30)",
        "1 train epoch 0 in 1024/2048 step_time=25.68 loss=0.139");
    row("dlrm test in two lines",
        "Testing at - 2048/2048 of epoch 1,\n accuracy 78.752 %, best 78.752 %\nthe accuracy 78.752 % was good",
        "2 eval epoch 1 in 2048/2048 val_accuracy=78.752 (best)=78.752");
    row("dlrm more metrics",
        "Testing at - 10/20 of epoch 0, loss 0.5, recall 0.6, precision 0.7, f1 0.65, ap 0.6, auc 0.8, best auc 0.8, "
        "accuracy 80.000 %, best accuracy 80.000 %",
        "1 eval epoch 0 in 10/20 val_loss=0.5 (recall)=0.6 (precision)=0.7 (f1)=0.65 (ap)=0.6 (auc)=0.8 (best auc)=0.8 "
        "val_accuracy=80 (best accuracy)=80");
    row("dlrm glued",
        "[0] Finished training it 1/9 of epoch 0, 4.1 ms/it, loss 0.1, accuracy 95.2 %[12] Finished training it 1/9 of "
        "epoch 0, 4.2 ms/it, loss 0.2, accuracy 95.1 %",
        "1 train epoch 0 in 1/9 step_time=4.1 loss=0.1 accuracy=95.2\n1 train epoch 0 in 1/9 step_time=4.2 loss=0.2 "
        "accuracy=95.1");
    row("dlrm prose", "Finished training it was fun\naccuracy 5 %", "");
    row("hugectr of today",
        "[HCTR][02:08:28.123][INFO][RK0][main]: Iter: 1000 Time(1000 iters): 3.87s Loss: 0.138 lr:0.001\n"
        "[HCTR][02:08:38.123][INFO][RK0][main]: Evaluation, AUC: 0.775935\n"
        "[HCTR][02:08:38.123][INFO][RK0][main]: Eval Time for 681 iters: 3.22s",
        "1 train step 1000 (Time(n iters))=3.87 loss=0.138 lr=0.001\n2 eval step 1000 (AUC)=0.775935");
    row("hugectr marks with a float for the time",
        "[1000, run_start, ]\n[1.0115e+06, eval_accuracy, 0.787858, 0.149866, 11370, ]\n[HUGECTR][INFO]: Evaluation, "
        "auc: "
        "0.79\n[84974.7, eval_stop, 0.0999895, ]",
        "2 eval epoch 0.149866 step 11370 val_accuracy=0.787858");
    row("hugectr prose", "Iter: 5 Time(lunch): 3\nEvaluation, AUC: pending\n[5, a_list, of, words, ]", "");
    row("horovod on other devices",
        "Iter #0: 1.5 img/sec per CPU\nImg/sec per CPU: 1.5 +-0.0\nTotal img/sec on 2 CPU(s): 3.0 +-0.0",
        "1 train step 0 samples_per_sec=1.5\n3 summary samples_per_sec=3");
    row("horovod with ranks", "[1,0]<stdout>:Iter #9: 331.0 img/sec per GPU", "1 train step 9 samples_per_sec=331");
    row("horovod at first", "Iter #2: 4106.4 img/sec GPU", "1 train step 2 samples_per_sec=4106.4");
    row("horovod prose", "Iter #4: 5 images\nTotal cost on 3 days: 7", "");
}

void speechRows()
{
    row("espnet results",
        "[gpu01] 2023-10-27 13:46:05,691 (trainer:357) INFO: 2epoch results: [train] iter_time=1.2e-04, loss=53.9, "
        "acc=0.5, optim0_lr0=0.001, train_time=0.5, time=1 hour, 8 minutes and 33.2 seconds, total_count=90, "
        "gpu_max_cached_mem_GB=12.3, [valid] loss=40.1, acc=0.6, cer=0.3, time=2 minutes, [att_plot] time=5 seconds",
        "1 epoch_end epoch 2 data_time=0.00012 loss=53.9 accuracy=0.5 lr=0.001 step_time=0.5 "
        "(gpu_max_cached_mem_GB)=12.3 val_loss=40.1 val_accuracy=0.6 (valid/cer)=0.3");
    row("espnet gan",
        "2021-10-27 13:46:05,691 (gan_trainer:269) INFO: 1epoch:train:1-50batch: discriminator_loss=6.0, "
        "generator_loss=nan, optim0_lr0=2.000e-04, optim1_lr0=2.000e-04, train_time=1.234e+03",
        "1 train epoch 1 in 50 (discriminator_loss)=6 (generator_loss)=nan lr=0.0002 (optim1_lr0)=0.0002 "
        "step_time=1234");
    row("espnet3",
        "1epoch:train:1-500batch: loss=12.34 iter_time=0.02 optim0_lr0=0.0020\n"
        "epoch_summary:1epoch:train: loss=8.91 train_time=0.03\nepoch_summary:1epoch:valid: loss=7.85 cer=18.4",
        "1 train epoch 1 in 500 loss=12.34 data_time=0.02 lr=0.002\n2 epoch_end epoch 1 loss=8.91 step_time=0.03\n"
        "3 eval epoch 1 val_loss=7.85 (cer)=18.4");
    row("espnet other", "(trainer:298) INFO: 1/30epoch started. Estimated time to finish: 4 hours, 5 minutes", "");
    row("icefall of ranks",
        "2022-05-12 18:04:59,986 INFO [train.py:874] (3/8) Epoch 1, batch 50, loss[loss=0.9, simple_loss=1.1, "
        "pruned_loss=7.4, over 4801.00 frames. ], tot_loss[loss=0.8, simple_loss=1.0, over 9.5e5 frames. ], batch "
        "size: "
        "12, lr: 3.00e-03, grad_scale: 8.0",
        "1 train epoch 1 in 50 loss=0.9 (simple_loss)=1.1 (pruned_loss)=7.4 (frames)=4801 (tot_loss)=0.8 "
        "(tot_simple_loss)=1 (batch size)=12 lr=0.003 (grad_scale)=8");
    row("icefall validation",
        "2022-05-12 18:04:59,986 INFO [train.py:903] (0/8) Epoch 1, validation: loss=0.9, simple_loss=1.1, "
        "over 1000.00 frames. ",
        "1 eval epoch 1 val_loss=0.9 (simple_loss)=1.1 (frames)=1000");
    row("icefall speech synthesis",
        "2023-11-29 18:04:59,986 INFO [train.py:527] (0/4) Epoch 1, batch 0, global_batch_idx: 7, batch size: 49, "
        "loss[discriminator_loss=2.9, kl_loss=1.5, over 49.00 samples.], tot_loss[discriminator_loss=2.8, over 49.00 "
        "samples.], cur_lr_g: 2.00e-04, grad_scale: 1.0",
        "1 train epoch 1 step 7 in 0 (batch size)=49 (discriminator_loss)=2.9 (kl_loss)=1.5 (samples)=49 "
        "(tot_discriminator_loss)=2.8 (cur_lr_g)=0.0002 (grad_scale)=1");
    row("icefall memory", "2022-05-12 INFO [train.py:904] (0/8) Maximum memory allocated so far is 10123MB", "");
}

void textRows()
{
    row("fairseq later",
        "2020-04-01 12:00:00 | INFO | train_inner | epoch 002:    100 / 3935 loss=8.4, nll_loss=7.4, ppl=166.32, "
        "wps=240238, ups=6.61, wpb=36191, bsz=1163, num_updates=4035, lr=0.0004, gnorm=0.7, clip=0, loss_scale=8, "
        "train_wall=15, gb_free=10.1, wall=305",
        "1 train epoch 2 step 4035 in 100/3935 loss=8.4 (nll_loss)=7.4 perplexity=166.32 tokens_per_sec=240238 "
        "steps_per_sec=6.61 (wpb)=36191 (bsz)=1163 lr=0.0004 grad_norm=0.7 (clip)=0 loss_scale=8 (train_wall)=15 "
        "(gb_free)=10.1 (wall)=305");
    row("fairseq later, end",
        "2020-04-01 12:00:00 | INFO | train | epoch 002 | loss 5.1 | ppl 34.3 | wps 1000 | num_updates 7870 | lr "
        "0.001\n"
        "2020-04-01 12:00:00 | INFO | valid | epoch 002 | valid on 'valid' subset | loss 4.1 | nll_loss 2.6 | ppl 6.1 "
        "| "
        "wps 1000 | num_updates 7870 | best_loss 4.1",
        "1 epoch_end epoch 2 step 7870 loss=5.1 perplexity=34.3 tokens_per_sec=1000 lr=0.001\n"
        "2 eval epoch 2 step 7870 val_loss=4.1 (nll_loss)=2.6 perplexity=6.1 (wps)=1000 (best_loss)=4.1");
    row("fairseq begins", "2020-04-01 12:00:00 | INFO | fairseq.trainer | begin training epoch 1\n| epoch 001 | soon",
        "");
    row("flair without time", "2019-07-27 17:07:39,128 epoch 12 - iter 0/105 - loss 3.5 - samples/sec: 29.49",
        "1 train epoch 12 in 0/105 loss=3.5 samples_per_sec=29.49");
    row("flair end of an epoch",
        "2023-02-27 17:07:39,128 EPOCH 2 done: loss 1.5284 - lr: 0.100000\n"
        "2023-02-27 17:07:40,128 DEV : loss 0.8 - f1-score (micro avg)  0.7\n"
        "2023-02-27 17:07:40,128 BAD EPOCHS (no improvement): 0",
        "1 epoch_end epoch 2 loss=1.5284 lr=0.1\n2 eval epoch 2 val_loss=0.8 (f1-score (micro avg))=0.7");
    row("flair with momentum",
        "2023-11-27 17:07:39,128 epoch 1 - iter 4/40 - loss 3.28 - time (sec): 1.10 - samples/sec: 2611.84 - lr: "
        "0.000003 "
        "- momentum: 0.000000",
        "1 train epoch 1 in 4/40 loss=3.28 (time (sec))=1.1 samples_per_sec=2611.84 lr=3e-06 (momentum)=0");
}

void jaxRows()
{
    row("clu collection",
        "I1127 10:22:26.140852 139938806449728 logging_writer.py:48] [100] collection=eval_c4 accuracy=0.5, loss=2.5",
        "1 eval step 100 val_accuracy=0.5 val_loss=2.5");
    row("clu names",
        "I1127 10:22:26.140852 139938806449728 logging_writer.py:48] [100] eval_accuracy=0.5, eval_loss=2.5\n"
        "I1127 10:22:26.140852 139938806449728 logging_writer.py:48] [100] train_accuracy=0.4, train_loss=2.7\n"
        "I1127 10:22:26.140852 139938806449728 logging_writer.py:48] [100] weights=[0.1, 0.2], loss=nan",
        "1 eval step 100 val_accuracy=0.5 val_loss=2.5\n2 train step 100 accuracy=0.4 loss=2.7\n3 train step 100 "
        "loss=nan");
    row("clu texts",
        "I1127 10:22:26.140852 139938806449728 logging_writer.py:56] [100] Got texts: {'a': 'loss=0.5, b=1'}.\n"
        "I1127 10:22:26.140852 139938806449728 logging_writer.py:64] [100] Histogram for 'a' = {[0, 1): 5, [1, 2]: 7}\n"
        "I1127 10:22:26.140852 139938806449728 logging_writer.py:80] [Hyperparameters] {'loss': 5}",
        "");
    row("big_vision", "I1127 10:22:26.140852 139938806449728 utils.py:902] \x1b[35m[200]\x1b[0m training_loss = 0.25",
        "1 train step 200 loss=0.25");
    row("a rank in brackets", "[3] loss=0.5, accuracy=0.3", "");
    row("maxtext evaluation",
        "eval metrics after step: 99, loss=3.250, total_weights=1000\n"
        "average loss after step=199: eval_loss=3.0, total_weights=1000\ncompleted eval step 3",
        "1 eval step 99 val_loss=3.25 (total_weights)=1000\n2 eval step 199 val_loss=3 (total_weights)=1000");
    row("maxtext fork",
        "completed step: 7, seconds: 1.250, train_step_time_ms: 1250.00, TFLOP/s/device: 120.1, Tokens/s/device: "
        "6553.6, "
        "total_weights: 8192.0, loss: 5.1, lr: 1.0e-04, grad_norm: 0.5, perplexity: 164.0",
        "1 train step 7 step_time=1.25 (train_step_time_ms)=1250 tflops=120.1 tokens_per_sec=6553.6 "
        "(total_weights)=8192 loss=5.1 lr=0.0001 grad_norm=0.5 perplexity=164");
    row("maxtext prose", "completed step: cleaning, and more\nCompleted step: 3", "");
}

void lightningRows()
{
    row("lightning twins",
        "epoch,lr-AdamW,step,train_loss_epoch,train_loss_step,val/acc,name\n"
        "0,0.001,9,,2.5,,\n0,,19,2.1,,0.5,text\n,,,,,,\n0,,29,nan,,,",
        "2 train epoch 0 step 9 lr=0.001 loss=2.5\n3 train epoch 0 step 19 (train_loss_epoch)=2.1 val_accuracy=0.5\n"
        "5 train epoch 0 step 29 (train_loss_epoch)=nan");
    row("lightning evaluation", "step,val_loss\n9,0.5\n19,", "2 eval step 9 val_loss=0.5");
    row("lightning new columns", "a note\nepoch,step,loss\n0,1,2.5\nepoch,step,loss,val_loss\n1,2,,0.5",
        "3 train epoch 0 step 1 loss=2.5\n5 eval epoch 1 step 2 val_loss=0.5");
    row("csv of others", "time,gpu,power\n1,2,3\nthe epoch, the step, and more\n1,2,3\n1,2", "");
    row("foundry batches",
        "[batch=1/4800]:\n\t Train time/epoch: 0\n\t Train loss/train/total: 11.5\n\t Train l2_norm/grad/global: 1.5\n"
        "\t Train time/remaining_estimate_unit: hours\n[Eval batch=1/321] Eval on c4 data\n"
        "[Eval batch=321/321] Eval on c4 data:\n\t Eval metrics/c4/LanguageCrossEntropy: 8.1\n"
        "\t Eval metrics/c4/LanguagePerplexity: 3294.5\nsaved",
        "1 train step 1/4800 (time/epoch)=0 loss=11.5 grad_norm=1.5\n7 eval step 1 val_loss=8.1 perplexity=3294.5");
    row("foundry tokens", "[token=2048/100000]:\n\t Train time/batch: 3\n\t Train loss/train/total: 11.5\n",
        "1 train step 3 (time/batch)=3 loss=11.5");
    row("foundry's first names",
        "0: [batch=1/100]:\n0:          Train LanguageCrossEntropy: 10.9736\n0:          Train Perplexity: 58312.0586\n"
        "1: another rank\n0:          Train loss/train/total: 10.9736",
        "1 train step 1/100 (LanguageCrossEntropy)=10.9736 perplexity=58312.1 loss=10.9736");
    row("foundry prose", "[epoch=1] is over\n[batch=7]:\nTrain loss: 0.5 it was\n Train loss: 5", "");
}

void mindSporeRows()
{
    row("mindspore comma", "epoch: 3, step: 100, loss is [2.5]\nEpoch time: 12345.678, per step time: 12.345",
        "1 train epoch 3 in 100 loss=2.5\n2 epoch_end epoch 3 epoch_time=12345.7 step_time=12.345");
    row("mindspore monitor",
        "epoch: [  0/ 90], step:[  624/  625], loss:[5.198/5.210], time:[1234.567], lr:[0.050]\n"
        "epoch time: 780123.4, per step time: 1248.2, avg loss: 5.210",
        "1 train epoch 0/90 in 624/625 loss=5.198 step_time=1234.57 lr=0.05\n"
        "2 epoch_end epoch 0/90 epoch_time=780123 step_time=1248.2 loss=5.21");
    row("mindformers",
        "2024-01-01 10:00:00,123 - mindformers[mindformers/core/callback/callback.py:500] - INFO - { Epoch:[  1/  2], "
        "step:[   10/  200], loss: 8.123, per_step_time: 512ms, lr: 1e-05, overflow cond: False, loss_scale: 65536.0, "
        "global_norm: [1.5] }",
        "1 train epoch 1/2 in 10/200 loss=8.123 step_time=512 lr=1e-05 loss_scale=65536 grad_norm=1.5");
    row("mindformers without braces",
        "2025-04-07 15:34:27,308 - [mindformers/core/callback/callback.py:529] - INFO - { Epoch:[  1/  2], step:[    "
        "1/   "
        "19], loss: 10.649, per_step_time: 103328ms, lr: 0.0, overflow cond: False, loss_scale: 1.0, global_norm: [1 "
        "31049], train_throughput_per_npu: 2.896T",
        "1 train epoch 1/2 in 1/19 loss=10.649 step_time=103328 lr=0 loss_scale=1 tflops=2.896");
    row("mindformers of today",
        "{ step:[    2/   10], loss:  11.755612, per_step_time:    710ms, lr: 1.000000e-05, grad_norm:  19.926786, "
        "throughput:  25.92T }",
        "1 train step 2/10 loss=11.7556 step_time=710 lr=1e-05 grad_norm=19.9268 tflops=25.92");
    row("mindspore epoch time alone", "epoch: 2 step: 1, loss is 1.28\nepoch time: 429.470 ms",
        "1 train epoch 2 in 1 loss=1.28\n2 epoch_end epoch 2 epoch_time=429.47");
    row("mindspore evaluation",
        "Train epoch time: 5339611.185 ms, per step time: 2121.419 ms.\n"
        "Eval epoch time: 96663.569 ms, per step time: 322.212 ms.",
        "1 epoch_end epoch_time=5.33961e+06 step_time=2121.42\n2 eval (epoch time)=96663.6 (per step time)=322.212");
    row("mindspore prose", "epoch: 3 the loss is 5\nthe loss is 0.5", "");
}

} // namespace

class TestLogVariantsA2 : public QObject
{
    Q_OBJECT
private slots:
    void lines_ofOtherVersionsAndSettings_areRead_data()
    {
        QTest::addColumn<QByteArray>("lines");
        QTest::addColumn<QString>("expected");
        recommenderRows();
        speechRows();
        textRows();
        jaxRows();
        lightningRows();
        mindSporeRows();
    }
    void lines_ofOtherVersionsAndSettings_areRead()
    {
        QFETCH(QByteArray, lines);
        QFETCH(QString, expected);
        QCOMPARE(toldRecords(lines), expected);
    }
};

QTEST_GUILESS_MAIN(TestLogVariantsA2)
#include "tst_logvariants_a2.moc"
