#include "verbs/verbs.h"

#include "store/batch.h"
#include "text_table.h"

namespace weekboard
{

namespace
{

struct BatchesOptions {
    bool json = false;
};

struct RevertOptions {
    std::int64_t batch = 0;
    bool json = false;
};

Json json_of_batch(const Batch& batch)
{
    return {{"id", batch.id},
            {"kind", batch.kind},
            {"origin", batch.origin},
            {"author", batch.author},
            {"created_at", batch.created_at},
            {"rows", batch.rows},
            {"reverted", !batch.reverted_at.empty()},
            {"reverted_at", batch.reverted_at.empty() ? Json(nullptr) : Json(batch.reverted_at)}};
}

int list(const Program& program, const BatchesOptions& options)
{
    auto store = program.open_to_read();
    const auto batches = store->read([](Connection& database) { return all_batches(database); });
    if (options.json) {
        Json list = Json::array();
        for (const Batch& batch : batches) {
            list.push_back(json_of_batch(batch));
        }
        print(Json{{"batches", std::move(list)}});
        return exit_done;
    }
    TextTable table{
        {Align::right, Align::left, Align::right, Align::left, Align::left, Align::left}};
    for (const Batch& batch : batches) {
        table.add({std::to_string(batch.id), batch.kind, std::to_string(batch.rows),
                   batch.created_at, batch.origin,
                   batch.reverted_at.empty() ? "" : Verb::tr("reverted").toStdString()});
    }
    print(table.text());
    return exit_done;
}

int revert(const Program& program, const RevertOptions& options)
{
    auto store = program.open_to_write();
    const auto changed = store->write([&](Connection& database) {
        const auto batch = find_batch(database, options.batch);
        if (!batch) {
            throw VerbFailure{exit_refused, Verb::tr("BATCH: there is no batch %1. The verb "
                                                     "“batches” lists them all.")
                                                .arg(options.batch)};
        }
        if (!batch->reverted_at.empty()) {
            throw VerbFailure{exit_refused, Verb::tr("BATCH: batch %1 was reverted already, at %2.")
                                                .arg(options.batch)
                                                .arg(QString::fromStdString(batch->reverted_at))};
        }
        return revert_batch(database, options.batch, program.clock());
    });
    if (options.json) {
        print(Json{{"batch", options.batch}, {"changed", changed}, {"reverted", true}});
    } else {
        print(Verb::tr("Batch %1 was reverted; %n figure(s) changed.", nullptr,
                       static_cast<int>(changed))
                  .arg(options.batch)
                  .toStdString());
    }
    return exit_done;
}

} // namespace

void add_batches(CLI::App& app, Program& program, Action& action)
{
    add_verb<BatchesOptions>(
        app, action, "batches", Verb::tr("What came in, newest first"), "weekboard batches --json",
        [](CLI::App& verb, BatchesOptions& options) { describe_json(verb, options.json); },
        [&program](const BatchesOptions& options) { return list(program, options); });
}

void add_revert(CLI::App& app, Program& program, Action& action)
{
    add_verb<RevertOptions>(
        app, action, "revert", Verb::tr("Undo a batch as a whole"), "weekboard revert 3",
        [](CLI::App& verb, RevertOptions& options) {
            verb.add_option("BATCH", options.batch,
                            Verb::tr("The batch's number, as “batches” lists it").toStdString())
                ->required();
            describe_json(verb, options.json);
        },
        [&program](const RevertOptions& options) { return revert(program, options); });
}

} // namespace weekboard
