/** Places and lines to turn to, as a programme has added them, each with the day when a person last tried it. */
package app.saywell.help

import android.content.ActivityNotFoundException
import android.content.Context
import android.content.Intent
import android.net.Uri
import android.view.LayoutInflater
import android.view.View
import android.view.ViewGroup
import android.widget.TextView
import app.saywell.R
import app.saywell.Screen
import app.saywell.ui.date
import app.saywell.ui.setHeading
import app.saywell.ui.showIf
import org.saywell.engine.Channel
import org.saywell.engine.Resource
import org.saywell.engine.ResourceView

class ResourcesScreen : Screen(R.layout.help_resources) {
    override fun open() = ask { help().resources(now()) } show { all ->
        val list = find<ViewGroup>(R.id.list)
        all.forEach(list::addResource)
    }
}

/** What opens the phone with the number typed in; the person decides to call. Where nothing dials, the number is only read. */
internal fun ViewGroup.addResource(view: ResourceView) {
    val resource = view.resource
    val card = LayoutInflater.from(context).inflate(R.layout.help_resource, this, false)
    card.findViewById<TextView>(R.id.name_of_place).run { text = resource.name; setHeading() }
    card.findViewById<TextView>(R.id.who_for).text = resource.whoFor
    card.findViewById<TextView>(R.id.contact).text = context.getString(reach(resource.channel), resource.contact)
    card.findViewById<TextView>(R.id.open_hours).text = context.getString(R.string.open_hours, resource.hours)
    card.findViewById<TextView>(R.id.where_spoken).text = context.getString(R.string.where_spoken, country(resource), resource.languages.joinToString(", "))
    card.findViewById<TextView>(R.id.tried_on).text = context.getString(R.string.tried_on, resource.verifiedOn.date())
    card.findViewById<View>(R.id.may_have_changed).showIf(view.mayHaveChanged)
    card.findViewById<View>(R.id.call).run {
        showIf(resource.channel == Channel.PHONE)
        setOnClickListener { if (!context.dials(resource.contact)) showIf(false) }
    }
    addView(card)
}

private fun Context.dials(number: String) = try {
    startActivity(Intent(Intent.ACTION_DIAL, Uri.fromParts("tel", number, null)))
    true
} catch (_: ActivityNotFoundException) {
    false
}

private fun ViewGroup.country(resource: Resource) = if (resource.country == "any") context.getString(R.string.any_country) else resource.country

private fun reach(channel: Channel) = when (channel) {
    Channel.PHONE -> R.string.reach_phone
    Channel.TEXT -> R.string.reach_text
    Channel.CHAT -> R.string.reach_chat
    Channel.WEB -> R.string.reach_web
    Channel.PLACE -> R.string.reach_place
}
