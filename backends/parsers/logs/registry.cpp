// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/parsers/logs/registry.h"

#include "backends/parsers/logs/families.h"

#include <algorithm>

namespace paceline::logs {

// Names (the first is the one shown), anchors, specificity, reader. Adding a format: one file, one line here and in
// families.h, one fixture.
static constexpr LogFormat kFormats[] = {
    {"mxnet-module", "Epoch[|[Epoch |:::ML", 60, makeMxnetModuleReader},
    {"nvidia-bert-dict", "training_steps'|global_steps'|e2e_time'|:::ML", 60, makeNvidiaBertReader},
    {"nvidia-dlrm", "step_time: |. auc |. Test loss |:::ML", 60, makeNvidiaDlrmReader},
    {"nvidia-gnmt", "TRAIN [|VALIDATION [|: Epoch: |:::ML", 60, makeNvidiaGnmtReader},
    {"nvidia-ncf", "HR@|%||:::MLL|:::MLPv0.", 60, makeNvidiaNcfReader},
    {"mxnet-ssd", "training time: |:::ML", 60, makeMxnetSsdReader},
    {"nvidia-ssd", "Loss function: |:::ML", 60, makeNvidiaSsdReader},
    {"bigdl", "[Epoch |Optimizer$:|:::MLPv0.", 60, makeBigDlReader},
    {"dllogger-text", "DLL |DLLL |:::ML", 60, makeDlLoggerTextReader},
    {"dlrm", "ms/it|Testing at - |accuracy |:::MLLOG", 60, makeDlrmReader},
    {"hugectr", "Iter: |Evaluation, |, ]|:::MLLOG", 60, makeHugeCtrReader},
    {"mlperf-mllog|mlperf-hpc-cosmoflow|mlperf-hpc-deepcam", ":::MLLOG", 45, makeMlLogReader},
    {"mlperf-mll06", ":::MLL ", 45, makeMll06Reader},
    {"mlperf-mlpv05", ":::MLPv0.", 45, makeMlpV05Reader},
    {"monai", ", Iter: |] Metrics -- |epoch |, train_loss: ", 60, makeMonaiReader},
    {"olmo", "[step=|eval/", 60, makeOlmoReader},
    {"paddle", "batch_cost|reader_cost|ips: |_steps_per_second: |][Avg]|global step |epoch time: |avg_ips: ", 60,
     makePaddleReader},
    {"stable-baselines3", "---------| |", 60, makeStableBaselinesReader},
    {"tf-cnn-benchmarks", "img/sec|images/sec: |examples/sec: |Accuracy @ 1", 60, makeTfCnnBenchmarksReader},
    {"tf-estimator", "/sec: | sec)| step = |global step|final step", 60, makeTfEstimatorReader},
    {"tf-model-garden", "Train Step: |steps_per_second: |evaluation metric: |step: |TimeHistory: |BenchmarkMetric: ",
     60, makeTfModelGardenReader},
    {"ultralytics-console", "gpu_mem|mAP|_acc|all  |g  ", 60, makeUltralyticsReader},
    {"ultralytics-csv", "train/", 60, makeUltralyticsCsvReader},
    {"verl", "step:", 60, makeVerlReader},
    {"megatron-lm|megatron-core|megatron-deepspeed|gpt-neox|nanotron", "iteration", 60, makeMegatronReader},
    {"nemo-lightning", "Training epoch ", 60, makeNemoReader},
    {"llm.c", "tok/s|val loss|(took | trl:| tel:| eval:", 60, makeLlmCReader},
    {"nanogpt", "iter |train loss", 60, makeNanoGptReader},
    {"torchtitan", "memory:", 60, makeTorchTitanReader},
    {"caffe", "Iteration |net output #|Test loss: |Test score #", 60, makeCaffeReader},
    {"deepspeed-chat",
     "E2E latency=|act_loss: |chosen: |Actor Loss: |reward score: | => Latency: |chosen_last_scores|Model Parameters: ",
     60, makeDeepSpeedChatReader},
    {"dllogger-json", "DLLL {|DLL {", 60, makeDlLoggerJsonReader},
    {"espnet2", "epoch:|epoch results: ", 60, makeEspnetReader},
    {"fairseq-simple", "epoch 0|epoch 1|epoch 2|epoch 3|epoch 4|epoch 5|epoch 6|epoch 7|epoch 8|epoch 9", 60,
     makeFairseqSimpleReader},
    {"flair", "- iter | done: loss |DEV : |TEST : |TRAIN : ", 60, makeFlairReader},
    {"horovod-synthetic", "/sec per |/sec on |Iter #", 60, makeHorovodSyntheticReader},
    {"icefall", ", batch |, validation", 60, makeIcefallReader},
    {"llm-foundry", "[epoch=|[batch=|[sample=|[token=|[iteration=", 60, makeLlmFoundryReader},
    {"maxtext", "completed step: |eval metrics after step|average loss after step", 60, makeMaxTextReader},
    {"mindspore", "loss is |epoch time: |per step time|step:[|step: [|percent: ", 60, makeMindSporeReader},
    {"jax-clu", "] |Finished training step ", 60, makeJaxCluReader},
    {"chainer", "  ", 60, makeChainerReader},
    {"deepmd-lcurve", "  ", 60, makeDeepMdReader},
    {"lightning-csv", ",step|step,|step\"|,0|,1|,2|,3|,4|,5|,6|,7|,8|,9|,-|,,|,n", 60, makeLightningCsvReader},
    {"detectron2|maskrcnn-benchmark", "iter: ", 60, makeDetectionReader},
    {"mmengine-text|mmcv-text", "Epoch(|Epoch [|Iter(|Iter [", 60, makeOpenMmlabReader},
    {"torchvision-ref", "eta:", 60, makeTorchvisionReader},
    {"timm", "Train: |Test: |Test (EMA)", 60, makeTimmReader},
    {"pytorch-mnist|open-clip", "Train Epoch: |Training Epoch: |Eval Epoch: |set: |==> ", 60, makePytorchMnistReader},
    {"pytorch-imagenet", "Epoch: [|Epoch: |Test: [|Train: [|Validate: [|Acc@1|Prec@1", 50, makePytorchImagenetReader},
    {"deepspeed", "skipped=|SamplesPerSec=|ppl: |iter time (s): ", 40, makeDeepSpeedReader},
    {"hf-trainer|axolotl", "{'", 50, makeHfTrainerReader},
    {"keras-bar|keras-verbose2|keras3-bar", "Epoch |s - |/step|ETA: ", 50, makeKerasReader},
    {"json-lines|mmengine-json|detectron2-json|fairseq-json", "{\"", 30, makeJsonLinesReader},
    {"tqdm-raw|lightning-bar", "%||it [|/? [|it/s|s/it|GPU available: |model params size", 10, makeProgressBarReader},
    {"batch-facts", "batch size|batch_size|tokens per iteration", kNoFormat, makeBatchFactsReader},
    {"generic", "step|iter|epoch|batch|update|] loss", 20, makeNameValueReader},
};

std::string_view firstName(const LogFormat &format)
{
    return format.names.substr(0, format.names.find('|'));
}

bool hasName(const LogFormat &format, std::string_view name)
{
    const std::size_t at = format.names.find(name);
    const std::size_t end = at + name.size();
    return at != std::string_view::npos && !name.empty() && (at == 0 || format.names[at - 1] == '|') &&
           (end == format.names.size() || format.names[end] == '|');
}

std::span<const LogFormat> logFormats()
{
    return kFormats;
}

const LogFormat *findLogFormat(std::string_view name)
{
    const auto found =
        std::find_if(std::begin(kFormats), std::end(kFormats), [&](const LogFormat &f) { return hasName(f, name); });
    return found == std::end(kFormats) ? nullptr : found;
}

} // namespace paceline::logs
