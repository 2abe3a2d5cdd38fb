// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/parsers/logs/logstream.h"

#include <QTest>

using namespace paceline;

namespace {

/// "line kind epoch/total step/total inEpoch/perEpoch | canon or (name)=value ..." of each record, records separated by
/// line ends; a last line of rank and samples is left out.
QString told(const QByteArray &lines)
{
    static constexpr const char *kKinds[] = {"train",   "eval",        "epoch_end",  "progress",
                                             "summary", "epoch_start", "eval_start", "param"};
    logs::LogStream stream;
    std::vector<LogRecord> records = stream.feed(lines + '\n', 1);
    for (logs::Reading &reading : stream.finish())
        records.push_back(std::move(reading.record));
    QStringList texts;
    for (const LogRecord &r : records) {
        QStringList parts{QString::number(r.line), QLatin1String(kKinds[int(r.kind)])};
        const auto part = [&](const char *name, const auto &value, const auto &of) {
            if (value)
                parts << QStringLiteral("%1 %2%3")
                             .arg(QLatin1String(name))
                             .arg(double(*value))
                             .arg(of ? QStringLiteral("/%1").arg(double(*of)) : QString());
        };
        part("epoch", r.epoch, r.totalEpochs);
        part("step", r.step, r.totalSteps);
        part("in", r.stepInEpoch, r.stepsPerEpoch);
        for (const LogMetric &m : r.metrics)
            parts << QStringLiteral("%1=%2")
                         .arg(m.canon.isEmpty() ? QStringLiteral("(%1)").arg(m.name) : m.canon)
                         .arg(m.value);
        texts << parts.join(QLatin1Char(' '));
    }
    return texts.join(QLatin1Char('\n'));
}

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
        "1 train epoch 0 in 100 (auc)=0.5 loss=0.69 data_time=0.01 step_time=0.04 (avg_samples)=51.2 "
        "samples_per_sec=1045.8");
    row("paddle test chain",
        "[2021/12/04 05:16:13] root INFO: [epoch 0, iter 5][TRAIN]avg_samples: 32.0 , avg_reader_cost: 0.001 sec, "
        "avg_batch_cost: 0.011 sec, loss: 0.345 , avg_ips: 2880.29 images/sec",
        "1 train epoch 0 in 5 (avg_samples)=32 data_time=0.001 step_time=0.011 loss=0.345 samples_per_sec=2880.29");
    row("paddleocr memory",
        "[2026/01/30 01:23:26] ppocr INFO: epoch: [1/200], global_step: 5, lr: 0.1, loss: 75.5, avg_batch_cost: 0.8 s, "
        "ips: 77.6 samples/s, eta: 6:02:34, max_mem_reserved: 2029 MB, max_mem_allocated: 1746 MB",
        "1 train epoch 1/200 step 5 lr=0.1 loss=75.5 step_time=0.8 samples_per_sec=77.6 gpu_mem=2029 "
        "(max_mem_allocated)=1746");
    row("paddle prose", "the reader_cost: was 5 and the ips: 7", "");
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
    row("csv of others", "epoch,step,train/loss,val/loss,metrics/acc\n0,1,0.5,0.6,0.7", "");
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
        multiLineRows();
        tensorflowRows();
        yoloRows();
    }
    void lines_ofOtherVersionsAndSettings_areRead()
    {
        QFETCH(QByteArray, lines);
        QFETCH(QString, expected);
        QCOMPARE(told(lines), expected);
    }
};

QTEST_GUILESS_MAIN(TestLogVariantsB)
#include "tst_logvariants_b.moc"
