// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/parsers/logs/logreader.h"

namespace paceline::logs {

// One line for each file that reads a family of formats.
std::unique_ptr<LogReader> makeBatchFactsReader();
std::unique_ptr<LogReader> makeBigDlReader();
std::unique_ptr<LogReader> makeCaffeReader();
std::unique_ptr<LogReader> makeChainerReader();
std::unique_ptr<LogReader> makeDeepMdReader();
std::unique_ptr<LogReader> makeDeepSpeedChatReader();
std::unique_ptr<LogReader> makeDeepSpeedReader();
std::unique_ptr<LogReader> makeDetectionReader();
std::unique_ptr<LogReader> makeDlLoggerJsonReader();
std::unique_ptr<LogReader> makeDlLoggerTextReader();
std::unique_ptr<LogReader> makeDlrmReader();
std::unique_ptr<LogReader> makeEspnetReader();
std::unique_ptr<LogReader> makeFairseqSimpleReader();
std::unique_ptr<LogReader> makeFlairReader();
std::unique_ptr<LogReader> makeHfTrainerReader();
std::unique_ptr<LogReader> makeHorovodSyntheticReader();
std::unique_ptr<LogReader> makeHugeCtrReader();
std::unique_ptr<LogReader> makeIcefallReader();
std::unique_ptr<LogReader> makeJaxCluReader();
std::unique_ptr<LogReader> makeJsonLinesReader();
std::unique_ptr<LogReader> makeKerasReader();
std::unique_ptr<LogReader> makeLightningCsvReader();
std::unique_ptr<LogReader> makeLlmCReader();
std::unique_ptr<LogReader> makeLlmFoundryReader();
std::unique_ptr<LogReader> makeMaxTextReader();
std::unique_ptr<LogReader> makeMegatronReader();
std::unique_ptr<LogReader> makeMll06Reader();
std::unique_ptr<LogReader> makeMindSporeReader();
std::unique_ptr<LogReader> makeMlLogReader();
std::unique_ptr<LogReader> makeMlpV05Reader();
std::unique_ptr<LogReader> makeMonaiReader();
std::unique_ptr<LogReader> makeMxnetModuleReader();
std::unique_ptr<LogReader> makeMxnetSsdReader();
std::unique_ptr<LogReader> makeNameValueReader();
std::unique_ptr<LogReader> makeNanoGptReader();
std::unique_ptr<LogReader> makeNemoReader();
std::unique_ptr<LogReader> makeNvidiaBertReader();
std::unique_ptr<LogReader> makeNvidiaDlrmReader();
std::unique_ptr<LogReader> makeNvidiaGnmtReader();
std::unique_ptr<LogReader> makeNvidiaNcfReader();
std::unique_ptr<LogReader> makeNvidiaSsdReader();
std::unique_ptr<LogReader> makeOlmoReader();
std::unique_ptr<LogReader> makeOpenMmlabReader();
std::unique_ptr<LogReader> makePaddleReader();
std::unique_ptr<LogReader> makeProgressBarReader();
std::unique_ptr<LogReader> makePytorchImagenetReader();
std::unique_ptr<LogReader> makePytorchMnistReader();
std::unique_ptr<LogReader> makeStableBaselinesReader();
std::unique_ptr<LogReader> makeTfCnnBenchmarksReader();
std::unique_ptr<LogReader> makeTfEstimatorReader();
std::unique_ptr<LogReader> makeTfModelGardenReader();
std::unique_ptr<LogReader> makeTimmReader();
std::unique_ptr<LogReader> makeTorchTitanReader();
std::unique_ptr<LogReader> makeTorchvisionReader();
std::unique_ptr<LogReader> makeUltralyticsCsvReader();
std::unique_ptr<LogReader> makeUltralyticsReader();
std::unique_ptr<LogReader> makeVerlReader();

} // namespace paceline::logs
