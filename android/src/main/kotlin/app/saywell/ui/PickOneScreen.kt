package app.saywell.ui

import android.view.LayoutInflater
import android.widget.RadioButton
import android.widget.RadioGroup
import android.widget.TextView
import app.saywell.R
import app.saywell.Screen

/** One of several, saved as it is picked. */
abstract class PickOneScreen(private val title: Int, private val detail: Int) : Screen(R.layout.pick_one) {
    /** The rows, in their order; [known] is the one that holds now. */
    protected fun <T> rows(all: List<T>, known: T, name: (T) -> String, pick: (T) -> Unit) {
        find<TextView>(R.id.title).run { setText(this@PickOneScreen.title); setHeading() }
        find<TextView>(R.id.detail).setText(detail)
        val group = find<RadioGroup>(R.id.rows)
        for (one in all) {
            val row = LayoutInflater.from(context).inflate(R.layout.radio, group, false) as RadioButton
            row.id = android.view.View.generateViewId()
            row.text = name(one)
            group.addView(row)
            if (one == known) group.check(row.id)
            row.setOnClickListener { pick(one) }
        }
    }
}
