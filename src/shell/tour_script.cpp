#include "shell/tour_script.h"

namespace shell {
namespace {

using app::KeyName;
using app::KeyPress;

KeyPress ctrl(KeyName key) {
    return {.key = key, .ctrl = true};
}

}  // namespace

void play(Stage& stage) {
    play_reading(stage);
    play_planning(stage);
    play_first_meeting(stage);
    play_feedback(stage);
    play_the_rest(stage);
    play_settings(stage);
}

void play_reading(Stage& stage) {
    stage.picture("hjem-forste-gang", "Programmet åpnes for første gang.");
    stage.press("home-read");
    stage.picture("handbok", "Håndboka åpnes med innholdet i tre deler.");
    stage.act(app::OpenDocument{"del-1/02-slik-bruker-dere-handboka.md", ""});
    stage.picture("kapittel", "Et kapittel fra del 1.");
    stage.scroll(12);
    stage.picture("kapittel-lenger-ned", "Videre i kapittelet.");
    stage.act(app::OpenDocument{"del-1/samlinger/samling-1.md", ""});
    stage.picture("samling-i-handboka", "Den første samlingen med tidsplanen.");
    stage.act(app::OpenDocument{"del-2/ovelser/andedrettsanker.md", ""});
    stage.picture("ovelse-i-handboka", "En øvelse, med hvor den brukes.");
    stage.act(app::OpenDocument{"del-3/01-mestring-og-stress.md", ""});
    stage.picture("teori", "Teorien i del 3.");
    stage.act(app::GoBack{});
    stage.picture("tilbake", "Tilbake til øvelsen, på samme sted.");
    stage.key(ctrl(KeyName::f));
    stage.type("search", "pust");
    stage.picture("sok", "Et søk i hele håndboka.");
    stage.act(app::Search{""});
    stage.press("rail-help");
    stage.picture("hjelp", "Hjelpen med alle taster.");
    stage.press("dialog-close");
}

void play_planning(Stage& stage) {
    stage.press("rail-courses");
    stage.picture("kurs-tomt", "Stedet for kurs, før det første er laget.");
    stage.press("course-first");
    stage.picture("kurs-skjema", "Skjemaet for et nytt kurs.");
    stage.type("course-title", "Vårkurset 2026");
    stage.press("course-save");
    stage.picture("kurs-skjema-mangler", "Skjemaet sier hva som mangler, og mister ingenting.");
    stage.type("course-municipality", "Fjordvik");
    stage.type("course-place", "Frivilligsentralen");
    stage.type("course-first", "04.03.2026");
    stage.ui_key(ImGuiKey_Tab);
    stage.picture("kurs-skjema-utfylt", "Skjemaet er fylt ut, og datoene følger av den første.");
    stage.press("course-save");
    stage.picture("kurs", "Kurset er laget.");
    stage.press("course-tab/2");
    stage.picture("kurs-om", "Datoene og kursledernes roller.");
    stage.press("course-tab/0");
    stage.press("rail-meeting");
    stage.picture("samling-ikke-i-gang", "Ingen samling er i gang.");
    stage.press("rail-review");
    stage.picture("horing", "Høringen er ikke laget ennå, og programmet sier det.");
    stage.press("rail-home");
}

void play_settings(Stage& stage) {
    stage.act(app::GoTo{app::Place::home});
    stage.act(app::SetLook{app::Look::evening});
    stage.picture("kveld-hjem", "Kveldsdrakten, hjemme.");
    stage.act(app::GoTo{app::Place::courses});
    stage.picture("kveld-kurs", "Kveldsdrakten, oppmøtet.");
    stage.act(app::OpenDocument{"del-1/01-hva-er-mestringstreff.md", ""});
    stage.picture("kveld-handbok", "Kveldsdrakten, håndboka.");
    stage.act(app::SetLook{app::Look::day});
    stage.act(app::SetTextScale{static_cast<int>(std::size(app::text_scales)) - 1});
    stage.picture("tekst-200-handbok", "Teksten i 200 prosent, håndboka.");
    stage.act(app::GoTo{app::Place::home});
    stage.picture("tekst-200-hjem", "Teksten i 200 prosent, hjemme.");
    stage.act(app::GoTo{app::Place::courses});
    stage.picture("tekst-200-kurs", "Teksten i 200 prosent, oppmøtet.");
    stage.act(app::Rehearse{1});
    stage.act(app::Next{});
    stage.picture("tekst-200-samling", "Teksten i 200 prosent, en samling som øves.");
    stage.act(app::LeaveMeeting{});
    stage.act(app::SetTextScale{app::normal_text_scale});
    stage.act(app::GoTo{app::Place::home});
    stage.press("rail-settings");
    stage.picture("innstillinger", "Innstillingene.");
    stage.press("dialog-close");
    const words::Language before = stage.model().settings.language;
    stage.act(app::SetLanguage{words::Language::nn});
    stage.picture("nynorsk", "Programmet på nynorsk.");
    stage.act(app::SetLanguage{words::Language::en});
    stage.picture("engelsk", "Programmet på engelsk.");
    stage.act(app::GoTo{app::Place::courses});
    stage.picture("engelsk-kurs", "Oppmøtet på engelsk.");
    stage.act(app::SetLanguage{before});
}

}  // namespace shell
