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

void labelsRows()
{
    row("labels of launchers over ssh",
        "10.0.0.7: samples/sec: 7.7 | iteration        3/     100 | lm_loss: 3.1 |\n"
        "worker-2: samples/sec: 7.8 | iteration        4/     100 | lm_loss: 3.0 |\n"
        "gpt-2: 0.5",
        "1 train step 3/100 samples_per_sec=7.7 loss=3.1\n"
        "2 train step 4/100 samples_per_sec=7.8 loss=3");
    row("labels of horovodrun",
        "[3]<stdout>:Iter #1: 31.5 img/sec per GPU\n"
        "Tue Jun  3 09:00:01 2021[2]<stdout>:Iter #2: 32.5 img/sec per GPU",
        "1 train step 1 samples_per_sec=31.5\n"
        "2 train step 2 samples_per_sec=32.5");
    row("label with the name behind the level",
        "03/04/2021 10:00:00 - INFO - transformers.trainer -   {'loss': 2.25, 'learning_rate': 1e-05, 'epoch': 0.5, "
        "'step': 40}",
        "1 train epoch 0.5 step 40 loss=2.25 lr=1e-05");
    row("label with a line in brackets",
        "2022-05-05 10:10:10 - progress_bar.py[line:274] - INFO: epoch 002:     30 / 400 loss=3.5, nll_loss=2.5, "
        "ppl=5.66, num_updates=430, lr=1e-06",
        "1 train epoch 2 step 430 in 30/400 loss=3.5 (nll_loss)=2.5 perplexity=5.66 lr=1e-06");
    row("labels behind an indent",
        "    [default7]: iteration        3/     100 | lm_loss: 3.1 |\n"
        "    I0317 10:00:13.224641 1253444 solver.cpp:218] Iteration 40 (2.5 iter/s, 8s/20 iters), loss = 0.5",
        "1 train step 3/100 loss=3.1\n"
        "2 train step 40 loss=0.5 steps_per_sec=2.5");
}

void deepspeedRows()
{
    row("deepspeed timer of the first versions",
        "[2022-03-11 02:06:58,985] [INFO] [logging.py:69:log_dist] [Rank 0] step=40, skipped=2, lr=[5e-05], mom=[[0.9, "
        "0.999]]\n"
        "[2022-03-11 02:06:58,985] [INFO] [timer.py:189:stop] 0/80, SamplesPerSec=83.5, MemAllocated=0.26GB, "
        "MaxMemAllocated=9.02GB",
        "1 train step 40 skipped=2 lr=5e-05\n"
        "2 train epoch 0 step 40 in 80 samples_per_sec=83.5 (MemAllocated)=0.26 gpu_mem=9.02");
    row("deepspeed timer between versions",
        "[2022-11-26 03:07:16,494] [INFO] [timer.py:195:stop] 1/100, RunningAvgSamplesPerSec=9.5, "
        "CurrSamplesPerSec=10.1",
        "1 train epoch 1 step 100 in 100 (RunningAvgSamplesPerSec)=9.5 samples_per_sec=10.1");
    row("deepspeed rates of other types",
        "[2024-05-01 10:00:00,000] [INFO] [logging.py:107:log_dist] [Rank 0] step=20, skipped=0, "
        "lr=[np.float64(1e-05)], mom=[(0.9, 0.999)]\n"
        "[2024-05-01 10:00:00,000] [INFO] [logging.py:107:log_dist] [Rank 0] step=30, skipped=0, lr=[tensor(0.0010, "
        "device='cuda:0')], mom=[(0.9, 0.999)]\n"
        "[2024-05-01 10:00:00,000] [INFO] [logging.py:107:log_dist] [Rank 0] step=40, skipped=0, lr=[], mom=[]",
        "1 train step 20 skipped=0 lr=1e-05\n"
        "2 train step 30 skipped=0 lr=0.001\n"
        "3 train step 40 skipped=0");
    row("deepspeed pipeline",
        "steps: 120 loss: 2.3456 iter time (s): 1.25 samples/sec: 12.8\n"
        "steps: many, loss: 2",
        "1 train step 120 loss=2.3456 step_time=1.25 samples_per_sec=12.8");
    row("deepspeed quoted",
        "    ppl: 12.5, loss: 2.53125 \n"
        "    epoch=0 of text",
        "1 eval perplexity=12.5 val_loss=2.53125");
}

void megatronRows()
{
    row("megatron of the first versions",
        " iteration      100/  320000 | elapsed time per iteration (ms): 528.9 | learning rate 1.500E-04 | lm loss "
        "6.700000E+00 | loss scale 65536.0 |",
        "1 train step 100/320000 step_time=528.9 lr=0.00015 loss=6.7 loss_scale=65536");
    row("megatron tokens of forks",
        " iteration        9/     100 | tokens-per-second-per-gpu: 3000.1 | lm loss: 2.0E+00 |\n"
        " iteration       10/     100 | TGS (tokens/GPU/s): 3000.5 | lm loss: 2.0E+00 |\n"
        " iteration       11/     100 | tokens/s/GPU: 3001 | lm loss: 2.0E+00 |",
        "1 train step 9/100 tokens_per_sec=3000.1 loss=2\n"
        "2 train step 10/100 tokens_per_sec=3000.5 loss=2\n"
        "3 train step 11/100 tokens_per_sec=3001 loss=2");
    row("gpt-neox validation",
        " validation results at iteration 1000 | lm_loss value: 3.125000E+00 | lm_loss_ppl value: 2.275990E+01 | \n"
        " test results at the end of training for test data | lm_loss value: 3.25E+00 | lm_loss_ppl value: 2.57E+01 |",
        "1 eval step 1000 val_loss=3.125 perplexity=22.7599\n"
        "2 eval val_loss=3.25 perplexity=25.7");
    row("megatron tokens with slashes", " iteration       12/     100 | tokens/sec/gpu: 3001.5 | lm loss: 2.0E+00 |",
        "1 train step 12/100 tokens_per_sec=3001.5 loss=2");
}

void fairseqRows()
{
    row("fairseq of the first versions",
        "| epoch 010  2000 / 8223 loss=1.27 (1.50), wps=962, wpb=908, bsz=32, lr=0.001, clip=100%, gnorm=2.14\n"
        "| epoch 010 | valid on 'valid' subset  1000 / 1311 loss=1.60\n"
        "| epoch 010 | valid on 'valid' subset | valid loss 1.94 | valid ppl 3.83",
        "1 train epoch 10 in 2000/8223 loss=1.27 tokens_per_sec=962 (wpb)=908 (bsz)=32 lr=0.001 (clip)=100 "
        "grad_norm=2.14\n"
        "2 eval epoch 10 in 1000/1311 val_loss=1.6\n"
        "3 eval epoch 10 val_loss=1.94 perplexity=3.83");
    row("fairseq within a validation",
        "2020-10-18 02:34:53 | INFO | valid | epoch 002 | valid on 'valid' subset:   100 / 131 loss=9.2, nll_loss=8.4, "
        "ppl=345.1",
        "1 eval epoch 2 in 100/131 val_loss=9.2 (nll_loss)=8.4 perplexity=345.1");
    row("fairseq bar",
        "epoch 002:  20%|##        | 200/1000 [00:10<00:40, 20.1it/s, loss=5.1, ppl=18.1, num_updates=1200, lr=0.0001]",
        "1 progress epoch 2 step 1200 in 200/1000 steps_per_sec=20.1 loss=5.1 perplexity=18.1 lr=0.0001");
    row("fairseq json at an epoch's end",
        "[2022-01-01 10:00:00,000][train][INFO] - {\"epoch\": 1, \"train_loss\": \"7.1\", \"train_num_updates\": "
        "\"200\", \"train_lr\": \"1e-4\"}\n"
        "[2022-01-01 10:00:00,000][valid][INFO] - {\"epoch\": 1, \"valid_loss\": \"7.2\", \"valid_num_updates\": "
        "\"200\"}",
        "1 train epoch 1 step 200 loss=7.1 lr=0.0001\n"
        "2 eval epoch 1 step 200 val_loss=7.2");
    row("fairseq prose",
        "| epoch 010 of training\n"
        "2021-03-08 12:31:36 | INFO | fairseq.checkpoint_utils | Saved checkpoint1.pt (epoch 1 @ 1000 updates, score "
        "5.2)",
        "");
    row("fairseq quoted", "    epoch 002:     30 / 400 loss=3.5, nll_loss=2.5, ppl=5.66, num_updates=430, lr=1e-06",
        "1 train epoch 2 step 430 in 30/400 loss=3.5 (nll_loss)=2.5 perplexity=5.66 lr=1e-06");
}

void speechRows()
{
    row("icefall names of other recipes",
        "2023-06-08 08:01:22,072 INFO [train.py:600] (0/4) Epoch 1, batch 100, train_loss[loss=3.5, "
        "ArTop10Accuracy=0.6, over 1200.00 frames. ], tot_loss[loss=3.7, over 12000.00 frames. ], batch size: 20, lr: "
        "5.0e-03\n"
        "2023-06-08 08:01:23,072 INFO [train.py:700] Epoch 1, validation libri: loss=3.6, over 120.00 frames. ",
        "1 train epoch 1 in 100 loss=3.5 (train_loss/ArTop10Accuracy)=0.6 (frames)=1200 (tot_loss)=3.7 (batch size)=20 "
        "lr=0.005\n"
        "2 eval epoch 1 val_loss=3.6 (frames)=120");
    row("dllogger summary of ResNet",
        "DLL 2020-06-24 18:25:13.140313 - Summary: train.loss : 5.25 None val.top1 : 76.1 % train.total_ips : 1250 "
        "img/s",
        "1 summary loss=5.25 val_accuracy=76.1 samples_per_sec=1250");
    row("dllogger means",
        "DLL 2020-10-01 10:00:00.000000 - epoch    1 |   avg val loss  7.25 | mel loss 2.2 | took 10.9 s\n"
        "DLL 2020-10-01 10:00:00.000000 - epoch    1 |   EMA val loss  7.5 | took 10.9 s\n"
        "DLL 2020-10-01 10:00:00.000000 - epoch    1 | iter   10/140 | loss  7.1 | throughput  345.5 utts/s",
        "1 eval epoch 1 val_loss=7.25 (mel loss)=2.2 (took)=10.9\n"
        "2 eval epoch 1 val_loss=7.5 (took)=10.9\n"
        "3 train epoch 1 in 10/140 loss=7.1 samples_per_sec=345.5");
}

void textRows()
{
    row("flair of the first versions",
        "2019-02-19 18:37:12,097 EPOCH 1 done: loss 0.0350 - lr 0.1000 - bad epochs 0\n"
        "2019-02-19 18:37:12,571 DEV  : loss 0.0388 - f-score 0.5586 - acc 0.5586\n"
        "2022-02-19 18:37:13,162 DEV : loss 0.25 - accuracy (micro avg)  0.875",
        "1 epoch_end epoch 1 loss=0.035 lr=0.1 (bad epochs)=0\n"
        "2 eval epoch 1 val_loss=0.0388 (f-score)=0.5586 val_accuracy=0.5586\n"
        "3 eval epoch 1 val_loss=0.25 val_accuracy=0.875");
    row("flair prose",
        "DEV : we found a loss of 3\n"
        "DEVELOPMENT: loss 3",
        "");
    row("hf dict with step and total",
        "{'loss': 0.5, 'token_acc': 0.875, 'grad_norm': 0.25, 'learning_rate': 1e-05, 'train_speed(iter/s)': 0.5, "
        "'epoch': 0.9, 'global_step/max_steps': '90/100', 'percentage': '90.00%', 'elapsed_time': '1m 30s'}",
        "1 train epoch 0.9 step 90/100 loss=0.5 accuracy=0.875 grad_norm=0.25 lr=1e-05 (train_speed(iter/s))=0.5");
    row("hf dict behind a logger",
        "[INFO|2024-08-01 10:00:00] llamafactory.train.callbacks:157 >> {'loss': 0.5, 'learning_rate': 5.0e-05, "
        "'epoch': 0.25, 'throughput': 1024.5}",
        "1 train epoch 0.25 loss=0.5 lr=5e-05 tokens_per_sec=1024.5");
    row("hf evaluation of several sets", "{'eval_news_loss': 2.25, 'eval_news_runtime': 1.5, 'epoch': 0.5}",
        "1 eval epoch 0.5 val_loss=2.25 (eval_news_runtime)=1.5");
    row("hf settings",
        "{'train_batch_size': 8, 'learning_rate': 5e-5, 'num_epochs': 3, 'epochs': 1}\n"
        "with {'loss': 0.5, 'epoch': 1} we stop",
        "");
    row("llm-foundry training and validation in one",
        "[batch=367/480]:\n"
        "\t Train time/batch: 366\n"
        "\t Train loss/train/total: 9.25\n"
        "\t Eval metrics/eval/LanguageCrossEntropy: 3.25\n"
        "[batch=368/480]:\n"
        "\t Eval metrics/eval/LanguageCrossEntropy: 3.0",
        "1 train step 367/480 (time/batch)=366 loss=9.25 val_loss=3.25\n"
        "5 eval step 368/480 val_loss=3");
    row("flair quoted",
        "    2019-02-19 18:37:12,097 EPOCH 1 done: loss 0.0350 - lr 0.1000\n"
        "    EPOCH 2 done: loss 0.0250 - lr 0.1000",
        "1 epoch_end epoch 1 loss=0.035 lr=0.1\n"
        "2 epoch_end epoch 2 loss=0.025 lr=0.1");
    row("llm-foundry behind labels",
        "[rank0]: [batch=3/480]:\n"
        "[rank0]: Train loss/train/total: 9.25\n"
        "[rank0]: Train time/batch: 2\n"
        "[batch=4/480]:\n"
        "Train loss/train/total: 9.0",
        "1 train step 3/480 loss=9.25 (time/batch)=2");
}

} // namespace

class TestLogVariantsA3 : public QObject
{
    Q_OBJECT
private slots:
    void lines_ofOtherVersionsAndSettings_areRead_data()
    {
        QTest::addColumn<QByteArray>("lines");
        QTest::addColumn<QString>("expected");
        labelsRows();
        deepspeedRows();
        megatronRows();
        fairseqRows();
        speechRows();
        textRows();
    }
    void lines_ofOtherVersionsAndSettings_areRead()
    {
        QFETCH(QByteArray, lines);
        QFETCH(QString, expected);
        QCOMPARE(toldRecords(lines), expected);
    }
};

QTEST_GUILESS_MAIN(TestLogVariantsA3)
#include "tst_logvariants_a3.moc"
