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

void labelRows()
{
    row("mmengine on a terminal",
        "06/04 15:01:15 - mmengine - INFO - Epoch(train) [1][100/663]  lr: 4.0e-03  eta: 1 day, 1:49:42 "
        " time: 0.3  data_time: 0.1  memory: 8725  loss: 1.2  top1_acc: 0.5",
        "1 train epoch 1 in 100/663 lr=0.004 step_time=0.3 data_time=0.1 gpu_mem=8725 loss=1.2 accuracy=0.5");
    row("mmengine validation on a terminal",
        "06/04 15:01:15 - mmengine - INFO - Epoch(val) [1][79/79]    accuracy/top1: 75.2  accuracy/top5: "
        "92.4  data_time: 0.1  time: 0.2",
        "1 eval epoch 1 in 79/79 val_accuracy=75.2 (accuracy/top5)=92.4 data_time=0.1 step_time=0.2");
    row("date without century",
        "23-05-05 23:19:09.355 - INFO: [epoch:  1, iter:  10,000, lr:(1.998e-04,)] l_pix: 1.5e-01 ",
        "1 train epoch 1 step 10000 lr=0.0001998 (l_pix)=0.15");
    row("date in brackets without year",
        "[10/27 18:36:34] epoch:[  1/120] train step:0    loss: 5.5 lr: 0.1 top1: 0.0 batch_cost: 3.20000 "
        "sec, reader_cost: 2.90000 sec, ips: 4.5 instance/sec, eta: 10:20:30",
        "1 train epoch 1/120 in 0 loss=5.5 lr=0.1 accuracy=0 step_time=3.2 data_time=2.9 samples_per_sec=4.5");
    row("logger behind a date in brackets",
        "[2023-05-05 10:00:00] mindcv.train INFO - Epoch: [1/3], batch: [50/1561], loss: 2.25, lr: 0.1, "
        "time: 1.25s",
        "1 train epoch 1/3 in 50/1561 loss=2.25 lr=0.1 (time)=1.25");
    row("level glued to the line",
        "2021-01-01 10:00:00,123:INFO:epoch[1], iter[100], loss:2.5, fps:123.5 imgs/sec, lr:0.1",
        "1 train epoch 1 step 100 loss=2.5 samples_per_sec=123.5 lr=0.1");
    row("level behind a bare dash",
        "2020-08-14 16:04:39,516-INFO: epoch: 32, iter: 91200, 'lr': 1e-04, 'total_loss': 1.25, 'loss_maps': "
        "0.5, time: 0.683",
        "1 train epoch 32 step 91200 lr=0.0001 loss=1.25 (loss_maps)=0.5 (time)=0.683");
    row("names and values in quotes",
        "2020-05-06 10:00:00,000-INFO: iter: 20, lr: 0.25, 'loss_bbox': '0.5', 'loss': '1.25', eta: 10:00:00,"
        " batch_cost: 0.5 sec, ips: 4.0 images/sec",
        "1 train step 20 lr=0.25 (loss_bbox)=0.5 loss=1.25 step_time=0.5 samples_per_sec=4");
}

void torchRows()
{
    row("imagenet with total epochs", "Epoch: [0/200][5/391]\tTime 0.25 (0.5)\tLoss 2.5 (2.25)\tPrec@1 3.5 (2.0)",
        "1 train epoch 0/200 in 5/391 step_time=0.25 loss=2.5 (Loss avg)=2.25 accuracy=3.5");
    row("imagenet with colons", "Epoch: [0][0/196]\tTime: 6.5 (6.5)\tLoss: 7.5 (7.25), lr: 0.1",
        "1 train epoch 0 in 0/196 step_time=6.5 loss=7.5 (Loss avg)=7.25 lr=0.1");
    row("imagenet epoch without brackets", "Epoch: 3 [10/5005]\tTime 0.5s (0.25s)\tLoss 7.5 (7.25)",
        "1 train epoch 3 in 10/5005 step_time=0.5 loss=7.5 (Loss avg)=7.25");
    row("swin",
        "[2021-03-25 12:00:00 swin_tiny](main.py 203): INFO Train: [0/300][10/1251]\teta 5:00:00 lr 0.5\ttime "
        "4.5 (4.5)\tloss 6.5 (6.25)\tgrad_norm 2.5 (2.5)\tmem 7000MB",
        "1 train epoch 0/300 in 10/1251 step_time=4.5 loss=6.5 grad_norm=2.5 gpu_mem=7000");
    row("swin test",
        "[2021-03-25 12:00:00 swin_tiny](main.py 249): INFO Test: [0/98]\tTime 1.5 (1.5)\tLoss 0.5 (0.5)\tAcc@1 "
        "80.5 (80.5)\tAcc@5 95.5 (95.5)",
        "1 eval in 0/98 step_time=1.5 val_loss=0.5 val_accuracy=80.5 (Acc@5)=95.5");
    row("imagenet validation with an epoch", "Validate: [2][0/79]\tTime 0.5 (0.5)\tLoss 1.5 (1.5)",
        "1 eval epoch 2 in 0/79 step_time=0.5 val_loss=1.5");
    row("torchvision end",
        "Test:  Acc@1 69.5 Acc@5 89.0\n"
        "Test: EMA Acc@1 70.5 Acc@5 90.0",
        "1 epoch_end val_accuracy=69.5 (Acc@5)=89\n"
        "2 epoch_end val_accuracy=70.5 (Acc@5)=90");
    row("torchvision ema",
        "Test: EMA [  0/194]  eta: 0:04:38  loss: 0.5 (0.5)  acc1: 80.5 (80.5)  time: 1.5  data: 0.5  max "
        "mem: 10522",
        "1 eval in 0/194 val_loss=0.5 val_accuracy=80.5 step_time=1.5 data_time=0.5 gpu_mem=10522");
    row("metric logger of training",
        "Training  [   10/125000]  eta: 5 days, 2:03:04  lr: 0.5 (0.5)  total_loss: 11.5 (11.0)  time: 5.0 "
        " data: 3.0",
        "1 train in 10/125000 lr=0.5 loss=11.5 step_time=5 data_time=3");
    row("metric logger with another header",
        "Train Epoch: [3]  [   50/ 1000]  eta: 2:00:00  lr: 0.5  loss_ita: 5.5  time: 3.5  data: 1.0",
        "1 train epoch 3 in 50/1000 lr=0.5 (loss_ita)=5.5 step_time=3.5 data_time=1");
    row("metric logger with total epochs",
        "Epoch: [3/90]  [  10/334]  eta: 1 day, 0:06:47  lr: 0.5  loss: 7.5 (7.25)  time: 0.5",
        "1 train epoch 3/90 in 10/334 lr=0.5 loss=7.5 step_time=0.5");
    row("metric logger end",
        "Epoch: [0] Total time: 0:28:13 (0.1852 s / it)\n"
        "Averaged stats: lr: 0.5  loss: 6.5 (6.5)",
        "");
    row("mnist with equals sign",
        "Train Epoch: 1 [640/60000 (1%)]\tloss=2.25\n"
        "accuracy=0.9665",
        "1 train epoch 1 loss=2.25");
    row("mnist with total epochs", "Train Epoch: 1/10 [640/60000 (1%)]\tLoss: 2.25", "1 train epoch 1/10 loss=2.25");
    row("mnist without percent",
        "Training Epoch: 1 [128/50000]\tLoss: 4.5\tLR: 0.25\n"
        "Test set: Epoch: 1, Average loss: 0.25, Accuracy: 0.5, Time consumed:12.34s",
        "1 train epoch 1 loss=4.5 lr=0.25\n"
        "2 eval epoch 1 val_loss=0.25 val_accuracy=0.5");
    row("mnist of several processes", "17082\tTrain Epoch: 1 [0/60000 (0%)]\tLoss: 2.25", "1 train epoch 1 loss=2.25");
    row("mnist other sets",
        "Validation set: Average loss: 0.25, Accuracy: 98/100 (98%)\n"
        "Train set: Average loss: 0.5, Accuracy: 97/100 (97%)",
        "1 eval val_loss=0.25 val_accuracy=98\n"
        "2 epoch_end loss=0.5 accuracy=97");
    row("mnist loss alone", "Test set: Average loss: 0.25", "1 eval val_loss=0.25");
    row("vae",
        "====> Epoch: 1 Average loss: 166.5\n"
        "====> Test set loss: 127.5\n"
        "====> Saved",
        "1 epoch_end epoch 1 loss=166.5\n"
        "2 eval val_loss=127.5");
    row("open_clip of old",
        "2021-08-01,12:00:00 | INFO | Rank 0 | Train Epoch: 0 [0/2891897 (0%)]\tLoss: 6.5\tData (t) 3.5\tBatch "
        "(t) 7.5\tLR: 0.25\tlogit_scale 14.5",
        "1 train epoch 0 loss=6.5 data_time=3.5 step_time=7.5 lr=0.25 (logit_scale)=14.5");
    row("open_clip evaluation",
        "2022-04-01,12:00:00 | INFO | Eval Epoch: 1 imagenet-zeroshot-val-top1: 0.25\tval_loss: 1.5\tclip_val_loss: "
        "1.5\tepoch: 1.0000\tnum_samples: 10000.0000",
        "1 eval epoch 1 val_accuracy=0.25 val_loss=1.5 val_loss=1.5 (num_samples)=10000");
    row("open_clip evaluation in parts", "2022-04-01,12:00:00 | INFO | Eval Epoch: 1 [256 / 4096]\tClip Loss: 1.5\t",
        "1 eval epoch 1 (Clip Loss)=1.5");
}

void languageModelRows()
{
    row("megatron 1",
        " iteration        1/  320000 | elapsed time per iteration (ms): 5093.5 | learning rate 1.500E-04 "
        "| lm loss 1.05E+01 | loss scale 4294967296.0 |",
        "1 train step 1/320000 step_time=5093.5 lr=0.00015 loss=10.5 loss_scale=4.29497e+09");
    row("megatron of epfl",
        " iteration      123/  250000 | elapsed time per iteration (ms): 87871.5 | rate (tokens/sec): 5862.5 "
        "| lm loss: 2.5E+00 |",
        "1 train step 123/250000 step_time=87871.5 tokens_per_sec=5862.5 loss=2.5");
    row("neox validation",
        " validation results at iteration 1000 | lm_loss value: 2.5E+00 | lm_loss_ppl value: 1.2E+01 | ",
        "1 eval step 1000 val_loss=2.5 perplexity=12");
    row("nanotron of today",
        "[INFO|DP=0|PP=0|TP=0|ip-26]: iteration: 3 / 15 | time_per_iteration_ms: 1.2K | tokens_per_sec: "
        "51.5K | lm_loss: 5.25 | eta: 1 day, 2:03:04",
        "1 train step 3/15 step_time=1200 tokens_per_sec=51500 loss=5.25");
    row("nanogpt with colons", "iter 0: loss 11.5, time: 14235.5ms, speed: 123 toks/s/device",
        "1 train step 0 loss=11.5 step_time=14235.5 tokens_per_sec=123");
    row("nanogpt unit behind a blank", "iter 10: loss 3.5, time 44.5 ms, mfu 0.5%",
        "1 train step 10 loss=3.5 step_time=44.5 mfu=0.5");
    row("litgpt",
        "Epoch 1 | iter 16 step 2 | loss train: 2.5, val: n/a | iter time: 1234.5 ms (step) remaining time: "
        "1 day, 2:33:01\n"
        "Epoch 1 | iter 17 step 3 | loss train: 2.25, val: 2.5 | iter time: 1200.5 ms",
        "1 train step 2 loss=2.5 step_time=1234.5\n"
        "2 train step 3 loss=2.25 val_loss=2.5 step_time=1200.5");
    row("litgpt of old", "iter 4 step 1: loss 11.5, iter time: 14235.5ms (optimizer.step)",
        "1 train step 1 loss=11.5 step_time=14235.5");
    row("modded nanogpt", "step:1/5100 train_loss:10.5 train_time:300ms step_avg:nanms",
        "1 train step 1/5100 loss=10.5 (train_time)=300 step_time=nan");
    row("nemo flops",
        "Training epoch 0, iteration 3/99 | global_step: 3 | reduced_train_loss: 6.5 | TFLOPS_per_GPU: 640.5",
        "1 train epoch 0 step 3 in 3/99 loss=6.5 tflops=640.5");
    row("bar without a total",
        "Epoch 0: : 129it [43:14, 20.5s/it, v_num=1, reduced_train_loss=7.5, global_step=128.0]\n"
        "12it [00:01, 10.5it/s]\n"
        "0it [00:00, ?it/s]",
        "1 progress epoch 0 step 128 in 129 step_time=20.5 loss=7.5\n"
        "2 progress step 12 steps_per_sec=10.5");
    row("loss in front of the bar",
        "Epoch 1/10, Loss: 0.5: 45%|####      | 45/100 [00:10<00:12,  4.5it/s]\n"
        "Loss=0.75 Batch_id=46 Accuracy=10.5: 46%|####      | 46/100 [00:10<00:12,  4.5batch/s]",
        "1 progress epoch 1/10 step 45/100 loss=0.5 steps_per_sec=4.5\n"
        "2 progress step 46/100 loss=0.75 accuracy=10.5 steps_per_sec=4.5");
    row("postfix between strokes", "100%|##########| 10/10 [03:10<00:00,  5.5it/s, Loss: 0.5 | Acc: 80.5% (800/1000)]",
        "1 progress step 10/10 steps_per_sec=5.5 loss=0.5 accuracy=80.5");
    row("rate in samples", "Epoch 3:  45%|####      | 45/100 [00:10<00:12,  4.5 img/s, loss: 0.5]",
        "1 progress epoch 3 step 45/100 samples_per_sec=4.5 loss=0.5");
    row("bar over the data",
        "train: Scanning '/data/labels.cache' images and labels... 857 found, 0 missing: 100%|##########| "
        "857/857 [00:00<?, ?it/s]",
        "");
}

void otherRows()
{
    row("monai tutorial",
        "----------\nepoch 1/300\n1/16, train_loss: 0.75\n2/16, train_loss: 0.5 step time: 0.25\n"
        "epoch 1 average loss: 0.625\ncurrent epoch: 2 current mean dice: 0.1 best mean dice: 0.1 at epoch 2",
        "3 train epoch 1/300 in 1/16 loss=0.75\n4 train epoch 1/300 in 2/16 loss=0.5 step_time=0.25\n"
        "5 epoch_end epoch 1 loss=0.625");
    row("fraction without an epoch", "1/16, train_loss: 0.75", "");
    row("mindspore model zoo with blanks",
        "Epoch: [  1/ 90], step: [  625/ 625], loss: [2.5/2.25], time: [120.5], lr: [0.5]",
        "1 train epoch 1/90 in 625/625 loss=2.5 step_time=120.5 lr=0.5");
    row("mindspore unit in brackets", "Epoch:[  0/  1], step:[  938/ 1875], loss:[0.5/0.25], time:[2.5 ms], lr:[0.5]",
        "1 train epoch 0/1 in 938/1875 loss=0.5 step_time=2.5 lr=0.5");
    row("mindspore outputs",
        "epoch: 1, current epoch percent: 0.010, step: 10, outputs are (Tensor(shape=[], dtype=Float32, "
        "value= 10.5), Tensor(shape=[], dtype=Bool, value= False))",
        "1 train epoch 1 step 10 loss=10.5");
    row("paddle rec epoch",
        "2021-01-01 10:00:00,123 - INFO - epoch: 0 done, AUC: 0.75,ACC: 0.5,loss:0.25, epoch time: 1105.5 "
        "s",
        "1 epoch_end epoch 0 (AUC)=0.75 accuracy=0.5 loss=0.25 epoch_time=1105.5");
    row("paddle with equals signs",
        "2021-01-01 10:00:00 [INFO]\t[TRAIN] epoch=1, iter=10/1000, loss=2.5, lr=0.5, batch_cost=0.25, "
        "reader_cost=0.125 "
        "| ETA 00:03:20",
        "1 train epoch 1 step 10/1000 loss=2.5 lr=0.5 step_time=0.25 data_time=0.125");
    row("paddle fine-tuning", "global step 10, epoch: 1, batch: 10, loss: 0.5, accu: 0.75, speed: 5.5 step/s",
        "1 train epoch 1 step 10 in 10 loss=0.5 accuracy=0.75 steps_per_sec=5.5");
    row("paddle video epoch",
        "[10/27 18:36:34] END epoch:1   val loss_avg: 5.5 top1_avg: 0.5 avg_batch_cost: 0.5 sec, avg_ips: "
        "30.5 instance/sec.",
        "1 eval epoch 1 val_loss=5.5 val_accuracy=0.5 (avg_batch_cost)=0.5 samples_per_sec=30.5");
    row("mxnet gluon-nlp without signs",
        "[Epoch 1 Batch 200/1983] current loss 5.5, ppl 200.5, throughput 123.5 samples/s, lr 20.0\n"
        "[Epoch 1] time cost 12.5s, valid loss 4.5, valid ppl 90.5, lr 20.0",
        "1 train epoch 1 in 200/1983 loss=5.5 perplexity=200.5 samples_per_sec=123.5 lr=20\n"
        "2 epoch_end epoch 1 epoch_time=12.5 val_loss=4.5 perplexity=90.5 lr=20");
    row("mxnet rank", "INFO:root:Epoch[0] Rank[2] Batch [50]\tSpeed: 1234.5 samples/sec\taccuracy=0.5",
        "1 train epoch 0 in 50 samples_per_sec=1234.5 accuracy=0.5");
    row("baselines of old",
        "-----------------------------------------\n"
        "| % time spent exploring  | 86          |\n"
        "| episodes                | 100         |\n"
        "| mean 100 episode reward | 20.5        |\n"
        "| steps                   | 2000        |\n"
        "-----------------------------------------",
        "1 train step 2000 (% time spent exploring)=86 (episodes)=100 (mean 100 episode reward)=20.5");
    row("orbit evaluation with a speed",
        " eval | step:    200 | steps/sec:   12.5 | eval time:    3.5 sec | output: {'accuracy': 0.5}",
        "1 eval step 200 steps_per_sec=12.5 (eval time)=3.5 val_accuracy=0.5");
    row("bert before orbit",
        "I0101 10:00:00.123456 140000 model_training_utils.py:453] Train Step: 8/1094  / loss = 6.5  training_accuracy "
        "= 0.5",
        "1 train step 8/1094 loss=6.5 accuracy=0.5");
    row("yolo classification",
        "      Epoch    GPU_mem  train_loss    val_loss    top1_acc    top5_acc\n"
        "       1/10     1.5G      0.75       0.5        0.75        0.95: 100%|##########| 10/10 [00:05<00:00,"
        "  1.83it/s]",
        "2 epoch_end epoch 1/10 gpu_mem=1.5 loss=0.75 val_loss=0.5 val_accuracy=0.75 (top5_acc)=0.95");
    row("mllog numbers of submitters",
        ":::MLLOG {\"namespace\": \"\", \"time_ms\": 1684192398447, \"event_type\": \"POINT_IN_TIME\", \"key\": "
        "\"tracked_stats\","
        " \"value\": {\"train_step_timing\": 12.5, \"reduced_train_loss\": 2.75, \"current_lr\": 0.5}, \"metadata\": "
        "{\"file\": \"c.py\", \"lineno\": 234, \"epoch\": 2, \"step\": 7}}",
        "1 train epoch 2 step 7 step_time=12.5 loss=2.75 lr=0.5");
    row("mllog sizes",
        ":::MLLOG {\"namespace\": \"\", \"time_ms\": 1683409408489, \"event_type\": \"POINT_IN_TIME\", \"key\": "
        "\"train_samples\","
        " \"value\": 4195197692, \"metadata\": {\"file\": \"t.py\", \"lineno\": 436, \"epoch_num\": 0.0}}",
        "");
    row("gnmt tells what round 0.6 marks",
        "0: TRAIN [0][0/1938]\tTime 0.5 (0.5)\tLoss/tok 10.5 (10.5)\n"
        ":::MLL 1560822683.386 eval_accuracy: {\"value\": 20.12, \"metadata\": {\"epoch_num\": 1}}",
        "1 train epoch 0 in 0/1938 step_time=0.5 loss=10.5 (Loss/tok avg)=10.5");
    row("openmmlab validation in json",
        "{\"mode\": \"val\", \"epoch\": 1, \"iter\": 5000, \"lr\": 0.5, \"bbox_mAP\": 0.25}",
        "1 eval epoch 1 in 5000 lr=0.5 (bbox_mAP)=0.25");
}

void listRows()
{
    row("word language model",
        "| epoch   1 |   200/ 2983 batches | lr 20.00 | ms/batch  9.5 | loss  7.5 | ppl  2058.5\n"
        "| end of epoch   1 | time: 29.75s | valid loss  5.5 | valid ppl   169.5",
        "1 train epoch 1 in 200/2983 lr=20 step_time=9.5 loss=7.5 perplexity=2058.5\n"
        "2 eval epoch 1 (time)=29.75 val_loss=5.5 perplexity=169.5");
    row("basicsr",
        "[epoch:  0, iter:     100, lr:(2.5e-01,)] [eta: 1 day, 2:03:04, time (data): 0.5 (0.012)] l_pix: "
        "1.5e-02 ",
        "1 train epoch 0 step 100 lr=0.25 (time (data))=0.5 (l_pix)=0.015");
    row("epoch completed", "Epoch 0 completed | Average loss: 0.5", "1 epoch_end epoch 0 loss=0.5");
    row("mean beside a loss", "Epoch 1, loss: 0.5, avg loss: 0.25", "1 epoch_end epoch 1 loss=0.5 (avg loss)=0.25");
    row("unit in a name", "Epoch 00000 | Step 00020 | Loss 2.5 | Train Acc 0.25 | Speed (samples/sec) 43672.5",
        "1 train epoch 0 step 20 loss=2.5 accuracy=0.25 (Speed (samples/sec))=43672.5");
    row("pair in front",
        "[1,  2000] loss: 2.25\n"
        "[1,  4000] loss: 1.75",
        "1 train epoch 1 in 2000 loss=2.25\n"
        "2 train epoch 1 in 4000 loss=1.75");
    row("counters in brackets", "[Epoch 1, Batch 100] loss: 2.25", "1 train epoch 1 in 100 loss=2.25");
    row("minimind",
        "Epoch:[0/19](100/24681) loss:5.25 lr:0.5 epoch_Time:98.0min:\n"
        "Epoch:[0/19](200/24681) loss:4.75 lr:0.5 epoch_Time:96.0min:",
        "1 train epoch 0/19 in 100/24681 loss=5.25 lr=0.5 epoch_time=98\n"
        "2 train epoch 0/19 in 200/24681 loss=4.75 lr=0.5 epoch_time=96");
    row("size between", "Epoch 1/500, Step 250/1516, imgsize (640, 640), loss: 10.5, lbox: 4.5",
        "1 train epoch 1/500 in 250/1516 loss=10.5 (lbox)=4.5");
    row("graph networks", "Epoch: 0001 loss_train: 1.5 acc_train: 0.25 loss_val: 1.75 acc_val: 0.5 time: 0.1s",
        "1 epoch_end epoch 1 loss=1.5 accuracy=0.25 val_loss=1.75 val_accuracy=0.5 (time)=0.1");
    row("seconds per step", "step 100: loss 0.5 (0.12 sec/step)", "1 train step 100 loss=0.5");
    row("settings in brackets",
        "[epochs: 10, batch: 32] lr 0.1\n"
        "[1, 2] of 3\n"
        "imgsize (640, 640), epoch 3",
        "");
    row("bar of an installer",
        "[12/100] Building loss\n"
        "Step 2/10 : RUN pip install loss",
        "");
}

} // namespace

class TestLogVariantsB3 : public QObject
{
    Q_OBJECT
private slots:
    void lines_ofOtherVersionsAndSettings_areRead_data()
    {
        QTest::addColumn<QByteArray>("lines");
        QTest::addColumn<QString>("expected");
        labelRows();
        torchRows();
        languageModelRows();
        otherRows();
        listRows();
    }
    void lines_ofOtherVersionsAndSettings_areRead()
    {
        QFETCH(QByteArray, lines);
        QFETCH(QString, expected);
        QCOMPARE(toldRecords(lines), expected);
    }
};

QTEST_GUILESS_MAIN(TestLogVariantsB3)
#include "tst_logvariants_b3.moc"
