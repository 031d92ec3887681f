use yew::prelude::*;

use super::state::handout::Handout;
use super::words::Lang;

/// A text to copy by hand, since the browser would not; `page` selects it.
pub(super) fn handout(handout: &Handout, lang: Lang, onclose: &Callback<MouseEvent>) -> Html {
    let Some(text) = &handout.text else {
        return Html::default();
    };
    let words = lang.words();
    html! {
        <div class="message handout" role="group" aria-labelledby="handout-why" lang={lang.tag()}>
            <label id="handout-why" for="handout">{ words.by_hand }</label>
            <textarea key={handout.count} id="handout" readonly=true rows="3" value={text} />
            <button type="button" id="handout-close" onclick={onclose}>{ words.close }</button>
        </div>
    }
}
