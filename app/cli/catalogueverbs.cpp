// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/catalogueverbs.h"

#include "app/cli/baselinesverb.h"
#include "app/cli/mlperfverb.h"
#include "backends/catalogue/baselinerecord.h"

#include <CLI/CLI.hpp>
#include <QCoreApplication>
#include <memory>

namespace paceline::cli {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(paceline::cli)
};

struct BaselinesArguments
{
    std::string kind, benchmark, accelerator, submitter, precision, series, cite, own;
    std::optional<qint64> year, minAccelerators, maxAccelerators;
    bool csv = false, skipCarriedOver = false;
};

std::optional<QString> told(const std::string &text)
{
    return text.empty() ? std::nullopt : std::optional(QString::fromStdString(text));
}

BaselinesOptions optionsOf(const BaselinesArguments &arguments)
{
    BaselinesOptions options;
    BaselineFilter &filter = options.filter;
    filter.kind = baselineKind(QString::fromStdString(arguments.kind));
    filter.benchmark = told(arguments.benchmark);
    filter.accelerator = told(arguments.accelerator);
    filter.submitter = told(arguments.submitter);
    filter.precision = told(arguments.precision);
    filter.series = told(arguments.series);
    filter.year = arguments.year;
    filter.minAccelerators = arguments.minAccelerators;
    filter.maxAccelerators = arguments.maxAccelerators;
    filter.withCarriedOver = !arguments.skipCarriedOver;
    options.own = QString::fromStdString(arguments.own);
    if (!arguments.cite.empty())
        options.format = arguments.cite == "bibtex" ? BaselineFormat::CiteBibtex : BaselineFormat::CiteText;
    else if (arguments.csv)
        options.format = BaselineFormat::Csv;
    return options;
}

void addBaselines(CLI::App &app, std::function<int()> *chosen)
{
    const auto arguments = std::make_shared<BaselinesArguments>();
    const auto text = [](const QString &words) { return words.toStdString(); };
    CLI::App *verb = app.add_subcommand(
        "baselines",
        text(Texts::tr("Published figures with their citations, one line for each. MLPerf is a trademark of "
                       "MLCommons Association.")));
    std::vector<std::string> kinds;
    for (const QString &word : baselineKindWords())
        kinds.push_back(word.toStdString());
    verb->add_option("--kind", arguments->kind, text(Texts::tr("a part of the catalogue")))
        ->check(CLI::IsMember(kinds));
    verb->add_option("--benchmark", arguments->benchmark, text(Texts::tr("as resnet50, bert, gpt3, cosmoflow")));
    verb->add_option("--accelerator", arguments->accelerator,
                     text(Texts::tr("its key, its family, or a part of its name")));
    verb->add_option("--submitter", arguments->submitter, text(Texts::tr("who entered it in a round of MLPerf")));
    verb->add_option("--precision", arguments->precision, text(Texts::tr("as fp32, tf32, bf16, fp8")));
    verb->add_option("--series", arguments->series, text(Texts::tr("records of one curve")));
    verb->add_option("--year", arguments->year, text(Texts::tr("year of the source")));
    verb->add_option("--min-accelerators", arguments->minAccelerators, text(Texts::tr("at least so many")));
    verb->add_option("--max-accelerators", arguments->maxAccelerators, text(Texts::tr("at most so many")));
    verb->add_flag("--no-carried-over", arguments->skipCarriedOver,
                   text(Texts::tr("leave out what repeats the runs of an earlier round")));
    verb->add_option("--own", arguments->own,
                     text(Texts::tr("a file of your own records beside them: JSON, JSON lines or CSV")));
    verb->add_flag("--csv", arguments->csv, text(Texts::tr("a table in place of JSON lines")));
    verb->add_option("--cite", arguments->cite, text(Texts::tr("print citations, as text or for BibTeX")))
        ->check(CLI::IsMember({"text", "bibtex"}))
        ->excludes("--csv");
    verb->callback([arguments, chosen] { *chosen = [arguments] { return printBaselines(optionsOf(*arguments)); }; });
}

void addMlperf(CLI::App &app, std::function<int()> *chosen)
{
    struct Arguments
    {
        std::string folder, scaling;
    };
    const auto arguments = std::make_shared<Arguments>();
    CLI::App *verb = app.add_subcommand(
        "mlperf",
        Texts::tr("The scores of result logs of MLPerf, one line for each folder of them, by the suite's rules. "
                  "Not verified by MLCommons Association.")
            .toStdString());
    verb->add_option("FOLDER", arguments->folder,
                     Texts::tr("a folder of result logs, or of such folders").toStdString())
        ->required();
    verb->add_option("--scaling", arguments->scaling,
                     Texts::tr("strong or weak, where neither path nor runs tell").toStdString())
        ->check(CLI::IsMember({"strong", "weak"}));
    verb->callback([arguments, chosen] {
        *chosen = [arguments] {
            MlperfOptions options{QString::fromStdString(arguments->folder), {}};
            if (!arguments->scaling.empty())
                options.scaling = arguments->scaling == "weak" ? BaselineScaling::Weak : BaselineScaling::Strong;
            return scoreMlperf(options);
        };
    });
}

} // namespace

void addCatalogueVerbs(CLI::App &app, std::function<int()> *chosen)
{
    addBaselines(app, chosen);
    addMlperf(app, chosen);
}

} // namespace paceline::cli
