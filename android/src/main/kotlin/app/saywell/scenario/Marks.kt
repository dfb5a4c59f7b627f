package app.saywell.scenario

import android.os.Bundle
import android.view.ViewGroup
import android.widget.CheckBox
import app.saywell.R
import org.saywell.engine.Heard

/** What one person heard the other do: boxes to tick, and no totals. Each has their own, under [key], so that nobody sees the other's. */
class Marks(private val list: ViewGroup, private val kept: Bundle, private val key: String) {
    val ticked: List<String> get() = kept.getStringArrayList(key).orEmpty()

    fun show(all: List<Heard>) = all.forEach { heard ->
        list.add<CheckBox>(R.layout.scenario_mark, 0f).run {
            isSaveEnabled = false // the views of one person must not fill in the other's
            text = heard.name
            isChecked = heard.technique in ticked
            setOnCheckedChangeListener { _, on ->
                kept.putStringArrayList(key, ArrayList(if (on) ticked + heard.technique else ticked - heard.technique))
            }
        }
    }
}
