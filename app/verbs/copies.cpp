#include "verbs/verbs.h"

#include "publish/audit_pack.h"
#include "publish/file_target.h"
#include "store/backup.h"
#include "store/restore.h"
#include "store/verified_copy.h"
#include "words/store_words.h"

namespace weekboard
{

namespace
{

struct VerifyOptions {
    std::string pack; ///< empty: the store
    bool json = false;
};

struct CopyOptions {
    std::string file;
    bool json = false;
};

/// The common shape of the answers of these verbs.
int answer(bool json, bool ok, const std::vector<std::string>& messages, ExitStatus failed)
{
    if (json) {
        print(Json{{"ok", ok}, {"messages", messages}});
    } else {
        for (const std::string& message : messages) {
            print(message);
        }
    }
    return ok ? exit_done : failed;
}

int verify_store(const Program& program, const VerifyOptions& options)
{
    Opened opened = Store::open(program.store_path, program.open_options(), program.clock());
    if (!opened.store) {
        return answer(
            options.json, false,
            {sentence_for(opened.condition, program.store_path).toStdString(), opened.detail},
            exit_unusable);
    }
    const Health health = verify(*opened.store);
    if (health.ok) {
        return answer(options.json, true,
                      {sentence_for(StoreCondition::current, program.store_path).toStdString()},
                      exit_unusable);
    }
    auto messages = health.messages;
    messages.insert(messages.begin(),
                    sentence_for(StoreCondition::corrupt, program.store_path).toStdString());
    return answer(options.json, false, messages, exit_unusable);
}

/// An audit pack that is not what it was is refused; nothing of the store is looked at.
int verify_file(const VerifyOptions& options)
{
    std::string bytes;
    try {
        bytes = read_file(options.pack);
    } catch (const ExportError& error) {
        throw VerbFailure{exit_refused, Verb::tr("%1 cannot be read: %2.")
                                            .arg(QString::fromStdString(options.pack),
                                                 QString::fromUtf8(error.what()))};
    }
    const auto problems = verify_pack(bytes);
    return problems.empty() ? answer(options.json, true,
                                     {Verb::tr("Every byte of %1 is what it was.")
                                          .arg(QString::fromStdString(options.pack))
                                          .toStdString()},
                                     exit_refused)
                            : answer(options.json, false, problems, exit_refused);
}

int make_backup(const Program& program, const CopyOptions& options)
{
    auto store = program.open_to_read();
    back_up(*store, options.file);
    return answer(options.json, true,
                  {Verb::tr("A verified copy of the store lies at %1.")
                       .arg(shown(options.file))
                       .toStdString()},
                  exit_unusable);
}

int restore_store(const Program& program, const CopyOptions& options)
{
    const auto kept = restore(program.store_path, options.file, program.clock());
    std::vector<std::string> messages{Verb::tr("The store %1 now has the content of %2.")
                                          .arg(shown(program.store_path), shown(options.file))
                                          .toStdString()};
    if (!kept.empty()) {
        messages.push_back(
            Verb::tr("What it had before is kept at %1.").arg(shown(kept)).toStdString());
    }
    return answer(options.json, true, messages, exit_unusable);
}

void describe_copy(CLI::App& verb, CopyOptions& options, const QString& file)
{
    verb.add_option("FILE", options.file, file.toStdString())->required();
    describe_json(verb, options.json);
}

} // namespace

void add_verify(CLI::App& app, Program& program, Action& action)
{
    add_verb<VerifyOptions>(
        app, action, "verify", Verb::tr("Look the whole store over, or an audit pack"),
        "weekboard verify --json",
        [](CLI::App& verb, VerifyOptions& options) {
            verb.add_option("PACK", options.pack,
                            Verb::tr("An audit pack; without one the store").toStdString());
            describe_json(verb, options.json);
        },
        [&program](const VerifyOptions& options) {
            return options.pack.empty() ? verify_store(program, options) : verify_file(options);
        });
}

void add_backup(CLI::App& app, Program& program, Action& action)
{
    add_verb<CopyOptions>(
        app, action, "backup", Verb::tr("Make a verified copy of the store"),
        "weekboard backup ~/weekboard-2026-04-10.db",
        [](CLI::App& verb, CopyOptions& options) {
            describe_copy(verb, options, Verb::tr("Where the copy goes"));
        },
        [&program](const CopyOptions& options) { return make_backup(program, options); });
}

void add_restore(CLI::App& app, Program& program, Action& action)
{
    add_verb<CopyOptions>(
        app, action, "restore", Verb::tr("Put a copy in the store's place"),
        "weekboard restore ~/weekboard-2026-04-10.db",
        [](CLI::App& verb, CopyOptions& options) {
            describe_copy(verb, options, Verb::tr("The copy"));
        },
        [&program](const CopyOptions& options) { return restore_store(program, options); });
}

} // namespace weekboard
