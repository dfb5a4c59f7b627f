/** The four places of the app, at the bottom of a screen that is one of them. */
package app.saywell.ui

import android.content.Context
import android.util.AttributeSet
import android.util.TypedValue
import android.view.LayoutInflater
import android.widget.ImageView
import android.widget.LinearLayout
import android.widget.TextView
import app.saywell.R
import app.saywell.Route
import app.saywell.home.HomeRoute
import app.saywell.lesson.ChaptersRoute
import app.saywell.relaxation.RelaxRoute
import app.saywell.scenario.RehearseRoute

class BottomTabs(context: Context, attrs: AttributeSet?) : LinearLayout(context, attrs) {
    init {
        setBackgroundResource(R.drawable.footer)
        setPadding(0, dp(5f).toInt(), 0, 0)
        val given = context.obtainStyledAttributes(attrs, R.styleable.BottomTabs)
        val picked = given.getInt(R.styleable.BottomTabs_picked, 0)
        given.recycle()
        PLACES.forEachIndexed { i, place -> addTab(place, i == picked) }
    }

    /** Set by the screen. */
    var onPick: (Route) -> Unit = {}

    private class Place(val icon: Int, val name: Int, val route: Route)

    private fun addTab(place: Place, picked: Boolean) {
        val tab = LayoutInflater.from(context).inflate(R.layout.tab, this, false)
        tab.findViewById<ImageView>(R.id.pill).setImageResource(place.icon)
        tab.findViewById<TextView>(R.id.name).run {
            setText(place.name)
            setTextSize(TypedValue.COMPLEX_UNIT_PX, dp(12f * textScale.coerceAtMost(1.25f)))
        }
        tab.isSelected = picked
        tab.setOnClickListener { onPick(place.route) }
        addView(tab)
    }

    private companion object {
        val PLACES = listOf(
            Place(R.drawable.ic_home, R.string.home, HomeRoute), Place(R.drawable.ic_learn, R.string.learn, ChaptersRoute),
            Place(R.drawable.ic_rehearse, R.string.rehearse, RehearseRoute), Place(R.drawable.ic_relax, R.string.relax, RelaxRoute),
        )
    }
}
