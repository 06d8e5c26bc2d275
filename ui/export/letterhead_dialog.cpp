#include "export/letterhead_dialog.h"

#include "export/letterhead_settings.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QPlainTextEdit>

namespace weekboard
{

LetterheadDialog::LetterheadDialog(QWidget* parent)
    : QDialog{parent}
{
    setWindowTitle(tr("Letterhead"));
    resize(640, 560);
    auto* form = new QFormLayout{this};
    form->setContentsMargins(20, 16, 20, 16);
    const Letterhead kept = stored_letterhead();
    const auto add = [&](const QString& label, const std::string& text, int lines) {
        auto* edit = new QPlainTextEdit{QString::fromStdString(text)};
        edit->setTabChangesFocus(true);
        edit->setFixedHeight(edit->fontMetrics().lineSpacing() * lines + 16);
        form->addRow(label, edit);
        return edit;
    };
    house_ = add(tr("House"), kept.house, 1);
    analysts_ = add(tr("Analysts and licences"), kept.analysts, 3);
    contacts_ = add(tr("Contacts"), kept.contacts, 2);
    rating_definitions_ = add(tr("Rating definitions"), kept.rating_definitions, 5);
    disclaimer_ = add(tr("Disclaimer"), kept.disclaimer, 7);
    auto* buttons = new QDialogButtonBox{QDialogButtonBox::Save | QDialogButtonBox::Cancel};
    connect(buttons, &QDialogButtonBox::accepted, this, &LetterheadDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &LetterheadDialog::reject);
    form->addRow(buttons);
}

Letterhead LetterheadDialog::letterhead() const
{
    const auto text = [](const QPlainTextEdit* edit) {
        return edit->toPlainText().trimmed().toStdString();
    };
    return {text(house_), text(analysts_), text(contacts_), text(rating_definitions_),
            text(disclaimer_)};
}

void LetterheadDialog::accept()
{
    store_letterhead(letterhead());
    QDialog::accept();
}

} // namespace weekboard
