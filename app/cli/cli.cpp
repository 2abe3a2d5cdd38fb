// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/cli.h"

#include "app/cli/catalogueverbs.h"
#include "app/cli/clusterverbs.h"
#include "app/cli/exitstatus.h"
#include "app/cli/localverbs.h"
#include "app/cli/output.h"
#include "app/cli/watchverbs.h"
#include "resources/resources.h"
#include "resources/translations.h"

#include <CLI/CLI.hpp>
#include <QCoreApplication>
#include <QLocale>
#include <functional>
#include <map>
#include <memory>

namespace paceline::cli {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(paceline::cli)
};

struct Arguments
{
    std::string host, configFile, job, kind, file, squeueFormat, logFormat;
    std::vector<std::string> logs;
    std::string patterns;
    bool points = false, noPatterns = false;
    bool explain = false;
    TailVerb::Options tail;
    ScalingQuery scaling;
    std::string scalingKind;
};

using Action = std::function<int()>;

/// Runs a verb that was made for a host until it ends the event loop.
template <class Make>
int onHost(const Arguments &arguments, Make make)
{
    auto spec = HostSpec::parse(QString::fromStdString(arguments.host));
    if (!spec) {
        printError(spec.error(), QString::fromStdString(arguments.host));
        return Usage;
    }
    spec->configFile = QString::fromStdString(arguments.configFile);
    const std::unique_ptr<SessionVerb> verb = make(*spec);
    QMetaObject::invokeMethod(verb.get(), &SessionVerb::start, Qt::QueuedConnection);
    return QCoreApplication::exec();
}

CLI::App *verb(CLI::App &app, const char *name, const QString &what, Action action, Action *chosen)
{
    CLI::App *sub = app.add_subcommand(name, what.toStdString());
    sub->callback([chosen, action = std::move(action)] { *chosen = action; });
    return sub;
}

void addHost(CLI::App *sub, Arguments &arguments)
{
    sub->add_option("HOST", arguments.host,
                    Texts::tr("alias, user@host, local:, demo:, or a recorded FILE.paceline").toStdString())
        ->required();
    sub->add_option("-F", arguments.configFile, Texts::tr("SSH configuration file, as ssh takes it").toStdString());
}

void addJob(CLI::App *sub, Arguments &arguments, bool required)
{
    CLI::Option *job =
        sub->add_option("JOB", arguments.job, Texts::tr("number of the job: 123, 7_3, 10+1").toStdString());
    if (required)
        job->required();
}

template <class Verb>
Action jobAction(const Arguments &arguments)
{
    return [&arguments] {
        return onHost(arguments, [&](const HostSpec &spec) {
            return std::make_unique<Verb>(spec, QString::fromStdString(arguments.job));
        });
    };
}

template <class Verb>
Action hostAction(const Arguments &arguments)
{
    return
        [&arguments] { return onHost(arguments, [](const HostSpec &spec) { return std::make_unique<Verb>(spec); }); };
}

void addClusterVerbs(CLI::App &app, Arguments &arguments, Action *chosen)
{
    const auto host = [&](CLI::App *sub) { addHost(sub, arguments); };
    host(verb(app, "jobs", Texts::tr("The queue, one line for each job"), hostAction<JobsVerb>(arguments), chosen));
    host(verb(app, "nodes", Texts::tr("The nodes, one line for each"), hostAction<NodesVerb>(arguments), chosen));
    CLI::App *job = verb(app, "job", Texts::tr("All about one job"), jobAction<JobDetailVerb>(arguments), chosen);
    CLI::App *watch = verb(app, "watch", Texts::tr("What happens to a job, line by line, until it is over"),
                           jobAction<WatchVerb>(arguments), chosen);
    const Action tailAction = [&arguments] {
        return onHost(arguments, [&](const HostSpec &spec) {
            return std::make_unique<TailVerb>(spec, QString::fromStdString(arguments.job), arguments.tail);
        });
    };
    CLI::App *tail = verb(app, "tail", Texts::tr("The last lines of a job's log"), tailAction, chosen);
    tail->add_option("-n", arguments.tail.lines, Texts::tr("how many lines").toStdString())
        ->check(CLI::NonNegativeNumber);
    tail->add_flag("-f,--follow", arguments.tail.follow, Texts::tr("go on until the job is over").toStdString());
    const Action verdictAction = [&arguments] {
        return arguments.job.empty() ? hostAction<ClusterVerdictVerb>(arguments)()
                                     : jobAction<JobVerdictVerb>(arguments)();
    };
    CLI::App *verdict =
        verb(app, "verdict", Texts::tr("How the cluster or a job stands, as text; exit state 4: attention, 5: failed"),
             verdictAction, chosen);
    for (CLI::App *sub : {job, watch, tail, verdict}) {
        host(sub);
        addJob(sub, arguments, sub != verdict);
    }
}

void addLocalVerbs(CLI::App &app, Arguments &arguments, Action *chosen)
{
    CLI::App *log = verb(
        app, "log", Texts::tr("The records of training logs"),
        [&arguments] {
            LogOptions options;
            for (const std::string &path : arguments.logs)
                options.paths.append(QString::fromStdString(path));
            options.format = QString::fromStdString(arguments.logFormat);
            options.explain = arguments.explain;
            options.points = arguments.points;
            options.patterns = QString::fromStdString(arguments.patterns);
            options.ownPatterns = !arguments.noPatterns;
            return readLogs(options);
        },
        chosen);
    log->add_option("PATH", arguments.logs, Texts::tr("files, folders, or - for standard input").toStdString())
        ->required();
    log->add_option("--format", arguments.logFormat, Texts::tr("read this format only").toStdString());
    log->add_option("--patterns", arguments.patterns,
                    Texts::tr("a file of patterns that come before one's own").toStdString());
    log->add_flag("--no-patterns", arguments.noPatterns,
                  Texts::tr("leave the patterns out that were made in the window").toStdString());
    log->add_flag("--points", arguments.points, Texts::tr("event files: print every point").toStdString());
    log->add_flag("--explain", arguments.explain,
                  Texts::tr("say which formats were found, and what was not understood").toStdString());

    CLI::App *parse = verb(
        app, "parse", Texts::tr("What Paceline makes of captured output"),
        [&arguments] {
            return parseFile(QString::fromStdString(arguments.kind), QString::fromStdString(arguments.file),
                             QString::fromStdString(arguments.squeueFormat));
        },
        chosen);
    parse->add_option("KIND", arguments.kind, parseKinds().join(QStringLiteral(", ")).toStdString())->required();
    parse->add_option("FILE", arguments.file, Texts::tr("the output, or - for standard input").toStdString())
        ->required();
    parse->add_option("--format", arguments.squeueFormat,
                      Texts::tr("what -o of squeue or sinfo, or --query-gpu, was given").toStdString());
}

std::map<std::string, ScalingLaw> scalingLaws()
{
    return {{"amdahl", ScalingLaw::Amdahl},
            {"gustafson", ScalingLaw::Gustafson},
            {"usl", ScalingLaw::Universal},
            {"ring", ScalingLaw::Ring},
            {"tree", ScalingLaw::Tree}};
}

void addScalingVerb(CLI::App &app, Arguments &arguments, Action *chosen)
{
    ScalingQuery &query = arguments.scaling;
    query.efficiencies = {0.9, 0.8, 0.5};
    CLI::App *scaling = verb(
        app, "scaling", Texts::tr("The law behind a table of throughput by scale, and what it foretells"),
        [&arguments] {
            if (!arguments.scalingKind.empty())
                arguments.scaling.kind = arguments.scalingKind == "strong" ? ScalingKind::Strong : ScalingKind::Weak;
            return printScaling(QString::fromStdString(arguments.file), arguments.scaling);
        },
        chosen);
    const auto option = [scaling](const char *name, auto &value, const QString &what) {
        return scaling->add_option(name, value, what.toStdString());
    };
    option("FILE", arguments.file,
           Texts::tr("CSV with accelerators, throughput and, if known, global_batch, seconds, watts, benchmark; or -"))
        ->required();
    option("--at", query.scales, Texts::tr("numbers of accelerators to forecast: 512,1024"))
        ->delimiter(',')
        ->check(CLI::PositiveNumber);
    option("--efficiency", query.efficiencies, Texts::tr("efficiencies to keep: 0.9,0.5"))
        ->delimiter(',')
        ->check(CLI::PositiveNumber);
    option("--reference", query.reference, Texts::tr("accelerators that efficiency is measured against; the fewest"))
        ->check(CLI::PositiveNumber);
    option("--kind", arguments.scalingKind, Texts::tr("strong or weak, where no batch is told"))
        ->check(CLI::IsMember({"strong", "weak"}));
    option("--model", query.laws, Texts::tr("laws to choose among: amdahl, gustafson, usl, ring, tree"))
        ->delimiter(',')
        ->transform(CLI::CheckedTransformer(scalingLaws(), CLI::ignore_case));
    option("--samples", query.work, Texts::tr("samples to the target, for hours and cost"))->check(CLI::PositiveNumber);
    option("--gradient-bytes", query.gradientBytes, Texts::tr("bytes that are added up in every step"))
        ->check(CLI::PositiveNumber);
    option("--bandwidth", query.bandwidth, Texts::tr("of the network, in bytes per second: 25e9"))
        ->check(CLI::PositiveNumber);
    option("--seed", query.seed, Texts::tr("of the bootstrap"));
}

} // namespace

int run(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("paceline"));
    QCoreApplication::setApplicationVersion(QStringLiteral(PACELINE_VERSION));
    initResources();
    installTranslations(application, QLocale());

    Arguments arguments;
    Action chosen;
    CLI::App app{Texts::tr("Paceline without a window: prints JSON lines for scripts. Exit states: 0 ok, 1 failed, 2 "
                           "usage, 3 partial.")
                     .toStdString(),
                 "paceline-cli"};
    app.set_version_flag("--version", PACELINE_VERSION);
    app.require_subcommand(1);
    addClusterVerbs(app, arguments, &chosen);
    addLocalVerbs(app, arguments, &chosen);
    addCatalogueVerbs(app, &chosen);
    addScalingVerb(app, arguments, &chosen);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError &error) {
        if (error.get_exit_code() == 0)
            return app.exit(error);
        printError(QString::fromStdString(error.what()));
        return Usage;
    }
    return chosen();
}

} // namespace paceline::cli
