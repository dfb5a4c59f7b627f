/** A person's card: who they are, what they want, what worries them, where they stop, and ways to try. */
package app.saywell.scenario

import android.content.Context
import android.util.AttributeSet
import android.view.View
import android.widget.LinearLayout
import android.widget.TextView
import app.saywell.R
import app.saywell.Route
import app.saywell.Screen
import app.saywell.routeTo
import app.saywell.ui.Chips
import app.saywell.ui.ProseView
import app.saywell.ui.TopBar
import app.saywell.ui.dp
import app.saywell.ui.setHeading
import app.saywell.ui.showIf
import app.saywell.ui.textScale
import org.saywell.engine.Role
import org.saywell.engine.Saywell

/** A card with the names of the ways it says to try. */
class Card(val role: Role, val ways: List<String>)

fun Saywell.card(role: Role) = Card(role, role.techniques.mapNotNull { lesson().title(it) })

class RoleCard(context: Context, attrs: AttributeSet?) : LinearLayout(context, attrs) {
    init {
        inflate(context, R.layout.scenario_role, this)
        orientation = VERTICAL
        setBackgroundResource(R.drawable.card_own)
        val side = dp(20f).toInt()
        setPadding(side, side, side, side)
        if (textScale > 1.3f) findViewById<View>(R.id.role_only).layoutParams.width = LayoutParams.WRAP_CONTENT
    }

    fun show(card: Card, open: (String) -> Unit) {
        val role = card.role
        findViewById<TextView>(R.id.role_name).run { text = context.getString(R.string.card_of, role.name); setHeading() }
        findViewById<ProseView>(R.id.role_you).show(role.you, open)
        findViewById<ProseView>(R.id.role_hope).show(role.hope, open)
        findViewById<ProseView>(R.id.role_worry).show(role.worry, open)
        findViewById<ProseView>(R.id.role_limit).show(role.limit, open)
        findViewById<View>(R.id.role_try).showIf(card.ways.isNotEmpty())
        val ways = findViewById<Chips>(R.id.role_ways)
        ways.removeAllViews()
        card.ways.forEach { ways.addChip(it) }
    }
}

/** The person's own card in a talk that they play alone. */
data class CardRoute(val run: String) : Route {
    override fun screen() = CardScreen(this)
}

class CardScreen(private val route: CardRoute) : Screen(R.layout.scenario_card) {
    override fun open() {
        find<View>(R.id.go).setOnClickListener { activity.goBack() }
        ask { scenario().talk(route.run, now()).let { it.title to card(it.card) } } show { (title, card) ->
            find<TopBar>(R.id.top).title = title
            find<RoleCard>(R.id.role).show(card) { id -> routeTo(id)?.let(::go) }
        }
    }
}
