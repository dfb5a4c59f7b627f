/**
 * The app, from its entry. What lives in this folder is what every page needs and no feature owns: routes, the back stack, the contract
 * of a screen, the one activity. A feature has a folder of its own; `ui` has the parts they share; `vault` is where core is
 * opened and called. No page computes a score, a date, an order or a truth: it asks a verb, shows the record, sends the next.
 */
package app.saywell

import java.io.Serializable

/**
 * Where a person can be: a page, and the id of what it shows. Never what core said about it, so that a stack of routes is all that has
 * to survive a rotation or the death of the process. Each feature declares its own, as data classes or data objects.
 */
interface Route : Serializable {
    fun screen(): Screen
}
