import { demandOf, edgeKey, familyOf, productsOf, seedsOf } from "../oracle.ts";
import { endOf, force, grown, rationed, type Step, strength } from "./oracle-time.ts";
import type { Measure, Story, Timing, Told, Victim } from "./story.ts";

/**
 * What docs/method/course.md says of the months after an act, written down as plainly as it can be: objects and loops, one month after another,
 * nothing shared with `src/`. Slow on purpose.
 */

const least = 1e-4;

interface Stopped {
  readonly act: number;
  readonly outage: number;
  /** What acts cover, permitted or not: no target can turn to it. */
  readonly covered: number;
  /** What an outage takes of another target that it hits: that makes less. */
  readonly countedAtOrigin: number;
}

/** Everything of all steps, by target. */
export function tell(story: Story): readonly (readonly Told[])[] {
  const { world, draw, targets, months } = story;
  const ids = world.nodes.map(({ id }) => id);
  const used = new Map<string, number>();
  const lostBase = new Map<string, number>();
  const firstOfAll = Math.min(...story.measures.map(({ start }) => start));
  const measuresOf = (id: string, k: number): readonly Measure[] =>
    story.measures.filter((measure) => measure.technology === id && measure.targets.includes(k));
  const inForce = (id: string, k: number, month: number): boolean =>
    measuresOf(id, k).some(({ start, easing }) => month >= start && (easing.filter((each) => each.month <= month).at(-1)?.left ?? 1) > 0);
  /** The month less all before it in which something was in force. */
  const sinceOf = (id: string, k: number, begin: number): number => {
    if (measuresOf(id, k).length === 0) return firstOfAll;
    const before = months.slice(0, -1).map((from, s) => [from, months[s + 1]!] as const);
    const under = before.filter(([from, to]) => from < begin && inForce(id, k, (from + to) / 2));
    return begin - under.reduce((sum, [from, to]) => sum + to - from, 0);
  };
  const noticeOf = (id: string, k: number, begin: number): number => {
    const here = measuresOf(id, k);
    if (here.length === 0) return 0;
    const effect = Math.max(0, Math.min(...here.map(({ start }) => start)));
    return Math.max(0, Math.min(begin, effect) - Math.min(...here.map(({ start, notice }) => start - notice)));
  };
  const isOwn = (k: number, economy: string): boolean => (economy === "rest" ? targets[k]!.rest : targets[k]!.members.has(economy));
  const ownerOf = (economy: string): number => targets.findIndex((_, k) => isOwn(k, economy));
  const share = (id: string, economy: string): number => draw.share.get(id)?.get(economy) ?? 0;
  const holdersOf = (id: string): readonly string[] => [...(draw.share.get(id)?.keys() ?? [])];
  const need = (id: string, k: number): number =>
    Math.min(1, Math.max(least, demandOf(world, { ...draw, make: targets[k]!.make, use: targets[k]!.use }, id)));
  const ownOf = (id: string, k: number): number =>
    holdersOf(id)
      .filter((economy) => isOwn(k, economy))
      .reduce((sum, economy) => sum + share(id, economy), 0);

  /** What own makers serve of a need, and what part of a gap they can meet at once: in a bloc each member's makers serve that member alone. */
  const homeOf = (id: string, k: number): { kept: number; atOnce: number } => {
    const [own, all, { rest, parts }] = [ownOf(id, k), need(id, k), targets[k]!];
    if (!rest || world.nodes.find((node) => node.id === id)!.holders === null) return { kept: Math.min(own, all), atOnce: 1 };
    const asked = parts.map(({ make, use }) => demandOf(world, { ...draw, make, use }, id));
    const asks = asked.reduce((total, part) => total + part, 0);
    const members = parts.map(({ economy }, i) => ({ makes: share(id, economy), needs: asked[i]! * Math.min(1, all / asks) }));
    const left = (of: (member: { makes: number; needs: number }) => number, from: number): number =>
      Math.max(0, from - members.reduce((total, member) => total + of(member), 0));
    const others = { makes: left(({ makes }) => makes, own), needs: left(({ needs }) => needs, all) };
    const gaps = [...members, others].map(({ makes, needs }) => ({
      gap: makes < 1 ? Math.max(0, needs - makes) * Math.min(1, (1 - own) / (1 - makes)) : 0,
      idle: draw.spare.get(id)! * makes,
    }));
    const sum = gaps.reduce((total, { gap }) => total + gap, 0);
    if (sum === 0) return { kept: all, atOnce: 1 };
    const imports = Math.min(all, Math.max(sum, all - own));
    const met = gaps.reduce((total, { gap, idle }) => total + Math.min((gap * imports) / sum, idle), 0);
    return { kept: all - imports, atOnce: Math.min(1, met / imports) };
  };

  const stoppedFor = (id: string, k: number, economy: string, step: Step): Stopped => {
    let [act, outage, elsewhere, covered] = [0, 0, 0, 0];
    for (const measure of measuresOf(id, k))
      for (const { sender, economy: of, part } of measure.parts) {
        if (of !== economy) continue;
        const amount = part * strength(measure, step);
        if (measure.withheld === null) {
          const owner = ownerOf(economy);
          const countedAtOrigin = owner >= 0 && owner !== k && measure.targets.includes(owner);
          if (countedAtOrigin) elsewhere = Math.max(elsewhere, amount);
          else outage = Math.max(outage, amount);
        } else if (!(isOwn(k, economy) && story.senders[sender]!.members.has(economy))) {
          act = Math.max(act, amount);
          covered = Math.max(covered, part * force(measure, step));
        }
      }
    return { act: act * (1 - outage), outage, covered: covered * (1 - outage), countedAtOrigin: elsewhere };
  };
  const inHouse = (id: string): boolean => {
    const node = world.nodes.find((each) => each.id === id)!;
    const kinds = world.kinds.filter(({ parent }) => parent === id);
    if (kinds.some(({ variety }) => seedsOf(world, variety).length > 0)) return true;
    return node.holders === null && (node.kind === "process" || kinds.length > 0);
  };
  /** Listed origins of a target's imports, as parts of them; shares where customs tell nothing. */
  const originsOf = (id: string, k: number): readonly { economy: string; part: number }[] => {
    const traded = targets[k]!.imports.get(id);
    if (!traded) {
      const outside = 1 - ownOf(id, k);
      return holdersOf(id)
        .filter((economy) => !isOwn(k, economy))
        .map((economy) => ({ economy, part: outside > 1e-12 ? share(id, economy) / outside : 0 }));
    }
    const home = [...traded].filter(([economy]) => isOwn(k, economy)).reduce((sum, [, part]) => sum + part, 0);
    const abroad = [...traded].filter(([economy]) => !isOwn(k, economy));
    return abroad.map(([economy, part]) => ({ economy, part: home < 1 ? part / (1 - home) : part }));
  };
  /** What acts stop of an origin that the row of shares does not name: all, if a sender owns it. */
  const unlisted = (id: string, k: number, economy: string, step: Step, part = strength): number =>
    Math.max(
      0,
      ...measuresOf(id, k)
        .filter((measure) => measure.withheld !== null && measure.parts.some(({ sender }) => story.senders[sender]!.members.has(economy)))
        .map((measure) => part(measure, step)),
    );

  /** How far a target is hit: as its worst entry is, less where all that stops is next to nothing. */
  const hitPart = (id: string, k: number, step: Step): number => {
    const entries = holdersOf(id).map((economy) => stoppedFor(id, k, economy, step));
    const origins = targets[k]!.imports.has(id) ? originsOf(id, k) : [];
    const strangers = origins.filter(({ economy }) => !holdersOf(id).includes(economy));
    const worst = Math.max(
      0,
      ...entries.map(({ act, outage, countedAtOrigin }) => Math.max(act + outage, countedAtOrigin)),
      ...strangers.map(({ economy }) => unlisted(id, k, economy, step)),
    );
    const imported = originsOf(id, k).reduce((sum, { economy, part }) => {
      const { act, outage, countedAtOrigin } = stoppedFor(id, k, economy, step);
      const stops = act + outage + countedAtOrigin * (1 - act - outage);
      return sum + part * (holdersOf(id).includes(economy) ? stops : unlisted(id, k, economy, step));
    }, 0);
    return Math.min(worst, Math.max(imported, stopsOwnOf(id, k, step)) / 0.02);
  };
  const stopsOwnOf = (id: string, k: number, step: Step): number => {
    const gone = holdersOf(id)
      .filter((economy) => isOwn(k, economy))
      .reduce((sum, economy) => {
        const { act, outage } = stoppedFor(id, k, economy, step);
        return sum + share(id, economy) * (act + outage);
      }, 0);
    return ownOf(id, k) > 1e-12 ? Math.min(1, gone / ownOf(id, k)) : 0;
  };

  /** Availability by target and technology of the steps so far, the last in the making. */
  const [inUse, anew]: [(readonly Map<string, number>[])[], (readonly Map<string, number>[])[]] = [[], []];
  const isBoughtTool = (id: string): boolean => story.timing.get(id)!.mode === "capital" && !inHouse(id);
  /** Who builds a tool needs its parts anew; whoever else uses tools has the base that is left. */
  const historyOf = (user: string, input: string): typeof inUse =>
    isBoughtTool(user) && story.timing.get(input)!.mode === "capital" ? anew : inUse;
  /** Mean availability over the months of a step less a lag; all was there before month 0. */
  const delayed = (k: number, user: string, id: string, lag: number, begin: number, end: number): number => {
    const lacks = historyOf(user, id).map((has, s) => {
      const overlap = Math.min(end - lag, months[s + 1]!) - Math.max(begin - lag, months[s]!);
      return overlap > 0 ? (overlap / (end - begin)) * (1 - has[k]!.get(id)!) : 0;
    });
    return 1 - lacks.reduce((sum, lack) => sum + lack, 0);
  };

  const oneStep = (begin: number, end: number): readonly Told[] => {
    const month = (begin + end) / 2;
    const step = [begin, end] as const;
    const countedAtOrigin = targets.map(
      (): Told => ({ lost: new Map(), growthLost: new Map(), useLost: new Map(), shortfall: new Map(), gone: new Map() }),
    );
    const has = targets.map(() => new Map<string, number>());
    const hasNew = targets.map(() => new Map<string, number>());
    inUse.push(has);
    anew.push(hasNew);
    for (const id of ids) {
      const node = world.nodes.find((each) => each.id === id)!;
      const timing = story.timing.get(id)!;
      const compose = (what: ReadonlyMap<string, number>, felt = (input: string): number => what.get(input)!): number => {
        let [scarcest, product] = [1, 1];
        for (const edge of world.edges.filter(({ user }) => user === id)) {
          const a = felt(edge.input);
          if (edge.criticality === "blocking") scarcest = Math.min(scarcest, a);
          else if (edge.criticality !== "marginal") product *= 1 - draw.delta.get(edgeKey(id, edge.input))! * (1 - a);
        }
        const kinds = world.kinds.filter(({ parent }) => parent === id);
        if (kinds.length === 0) return scarcest * product;
        const parts = kinds.map(({ variety }) => ({ weight: draw.weight.get(edgeKey(id, variety))!, has: what.get(variety)! }));
        return Math.min(scarcest, familyOf(parts, draw.sigma.get(id)!)) * product;
      };
      const stopsOwn = targets.map((_, k) => stopsOwnOf(id, k, step));
      const hits = targets.map((_, k) => hitPart(id, k, step));
      const allowed = targets.map((_, k) =>
        compose(has[k]!, (input) => delayed(k, id, input, story.lags.get(edgeKey(id, input))!, begin, end)),
      );
      const made = targets.map((_, k) => allowed[k]! * (1 - stopsOwn[k]!));
      /** Who lacks inputs has no use of idle capacity; below a lack of 0.02 it is used in part. */
      const spareOf = (k: number): number => draw.spare.get(id)! * Math.max(0, 1 - (1 - allowed[k]!) / 0.02);
      const madeNew = targets.map((_, k) => compose(hasNew[k]!) * (timing.mode === "capital" ? 1 - stopsOwn[k]! : 1));
      const withheldHere = story.measures.some(({ technology }) => technology === id);
      const traded = node.holders !== null && (withheldHere || (targets.length > 1 && !inHouse(id)));
      const gaps = targets.map((_, k) => {
        const own = ownOf(id, k);
        const { kept, atOnce } = homeOf(id, k);
        const imports = need(id, k) - kept;
        let [act, unmade, outage, starved, countedAtOrigin, third] = [0, 0, 0, 0, 0, 1];
        for (const { economy, part } of originsOf(id, k)) {
          const listed = holdersOf(id).includes(economy);
          const stops = listed
            ? stoppedFor(id, k, economy, step)
            : {
                act: unlisted(id, k, economy, step),
                outage: 0,
                covered: unlisted(id, k, economy, step, force),
                countedAtOrigin: 0,
              };
          act += part * stops.act;
          outage += part * stops.outage;
          third -= part * (stops.covered + stops.outage);
          const owner = ownerOf(economy);
          if (owner < 0 || owner === k) continue;
          const goesOn = part * (1 - stops.act - stops.outage);
          starved += goesOn * (1 - made[owner]!);
          unmade += part * stops.act * (1 - made[owner]!);
          countedAtOrigin += goesOn * (listed ? stops.countedAtOrigin : 0);
          third -= part * (1 - stops.covered - stops.outage) * (1 - made[owner]! * (1 - hits[owner]!));
        }
        const missing = imports * Math.min(1, act + outage + starved);
        // The home comes first: only what is made beyond what it takes can be turned to it.
        const makes = Math.max(own, kept);
        const surplus = made[k]! * spareOf(k) * makes + Math.max(0, made[k]! * makes - kept);
        const turned = Math.min(missing * atOnce, surplus);
        const gap = missing - turned;
        return {
          gone: imports * Math.min(1, act + outage),
          gap: traded ? gap : 0,
          // What another target does not make frees nothing when an act stops it.
          byAct: traded && gap > 0 ? (gap * (act - unmade)) / (act + outage + starved) : 0,
          byStop: traded && gap > 0 ? Math.min(1, (act + outage + countedAtOrigin) / (act + outage + starved)) : 0,
          turned,
          later: surplus - turned,
          bought: imports > 0 ? imports / (1 - own) : 0,
          kept: imports * Math.max(0, third),
        };
      });
      const spare = draw.spare.get(id)!;
      /** What an owner, or no target (-1), has that is not kept from a target. */
      const openTo = (k: number, owner: number): number =>
        holdersOf(id)
          .filter((economy) => ownerOf(economy) === owner)
          .reduce((sum, economy) => {
            const { covered, outage } = stoppedFor(id, k, economy, step);
            return sum + share(id, economy) * (1 - covered - outage) * (owner < 0 ? 1 : made[owner]!);
          }, 0);
      const allGaps = gaps.reduce((sum, { gap }) => sum + gap, 0);
      /** Third parties of one target: those that are none, and of the other targets the part that is not hit. */
      const poolOf = (k: number): { idle: number; free: number } => {
        let [all, unused, keeps] = [openTo(k, -1), spare * openTo(k, -1) + gaps[k]!.later, gaps[k]!.kept];
        targets.forEach((_, j) => {
          if (j === k) return;
          all += (1 - hits[j]!) * openTo(k, j);
          unused += (1 - hits[j]!) * Math.max(0, spareOf(j) * openTo(k, j) - gaps[j]!.turned);
        });
        targets.forEach((_, j) => {
          if (j !== k) keeps += hits[j]! * gaps[j]!.bought * (all - (1 - hits[j]!) * openTo(k, j));
        });
        return { idle: unused, free: Math.max(0, all - keeps) };
      };
      targets.forEach((target, k) => {
        const { gap, byAct, byStop, gone } = gaps[k]!;
        const { idle: unused, free } = poolOf(k);
        const pace = (of: (past: number) => number): number =>
          byStop * of(month - sinceOf(id, k, begin)) + (1 - byStop) * of(month - firstOfAll);
        const most = story.backfill ? draw.fungibility.get(id)! : 0;
        const f = most * (1 - pace((past) => (past < 0 ? 1 : timing.qualification > 0 ? Math.exp(-past / timing.qualification) : 0)));
        // All that others have is shared out by gaps; what acts free fills only what acts keep back.
        const offered = allGaps > 0 ? (unused * gap) / allGaps + Math.min(byAct, (free * gap) / allGaps) : 0;
        const taken = Math.min(f * gap, offered);
        const x = (gap - taken) / need(id, k);
        // Freed capacity fills what acts keep back; what is taken for all else is its part of what is spare.
        const otherTaken = gap > 0 ? Math.min(f * (gap - byAct), (((unused * gap) / allGaps) * (gap - byAct)) / gap) : 0;
        const actLack = byAct - Math.min(byAct, taken - otherTaken);
        const g = Math.min(timing.chance * timing.ceiling * pace((past) => grown(past, timing.lead)), made[k]!, madeNew[k]!);
        const short = x * (1 - g);
        const actPart = gap > taken ? actLack / (gap - taken) : 0;
        const multiple = multipleOf(id, target, k);
        const kept = inHouse(id) || target.designer || node.holders === null ? Math.min(1, multiple) : homeOf(id, k).kept / need(id, k);
        const lossOf = (output: number): number => Math.max(0, kept - multiple * output);
        const key = `${k} ${id}`;
        const own = lossOf(made[k]!);
        const physical = short * (1 - actPart) + (inHouse(id) ? 0 : own);
        const { thrift, thriftTime } = timing;
        const saved = thrift * (thriftTime === 0 ? 1 : Math.min(1, Math.max(0, month - firstOfAll) / thriftTime));
        const lack = shortfallAfterBuffers(timing, key, id, k, short * actPart, physical, begin, end, gone, saved);
        has[k]!.set(id, 1 - Math.min(1, lack + (inHouse(id) ? own : 0)));
        const ownNew = timing.mode === "capital" && !inHouse(id) ? own : lossOf(madeNew[k]!);
        hasNew[k]!.set(id, 1 - Math.min(1, (timing.mode === "capital" ? short : 0) + ownNew));
        countedAtOrigin[k]!.shortfall.set(id, traded ? x : 0);
        countedAtOrigin[k]!.gone.set(id, traded ? gone : 0);
        countedAtOrigin[k]!.lost.set(id, 1 - made[k]!);
        countedAtOrigin[k]!.growthLost.set(id, 1 - madeNew[k]!);
        countedAtOrigin[k]!.useLost.set(id, withheldHere ? 1 - has[k]!.get(id)! : 0);
      });
    }
    return countedAtOrigin;
  };

  const multipleOf = (id: string, target: Victim, k: number): number => {
    if (inHouse(id)) return 1;
    if (target.designer) return productsOf(world).includes(id) ? 1 : 0;
    if (world.nodes.find((node) => node.id === id)!.holders === null) return draw.ownPart.get(id)!;
    return ownOf(id, k) / need(id, k);
  };

  const shortfallAfterBuffers = (
    timing: Timing,
    key: string,
    id: string,
    k: number,
    withheld: number,
    physical: number,
    begin: number,
    end: number,
    gone: number,
    saved: number,
  ): number => {
    const since = sinceOf(id, k, begin);
    const width = end - begin;
    if (timing.mode === "capital") {
      const lack = Math.min(1, withheld + physical);
      const wears = (name: string, life: number): number => {
        const lost = lostBase.get(`${key} ${name}`) ?? 0;
        const goes = life > 0 ? 1 - 0.5 ** (width / 12 / life) : 1;
        const now = lost + goes * Math.max(0, lack - lost);
        lostBase.set(`${key} ${name}`, now);
        return now;
      };
      const served = !measuresOf(id, k).some((each) => each.service && strength({ ...each, repair: null }, [begin, end]) > 0);
      const theirs = served ? 0 : Math.min(1, gone / need(id, k));
      const before = lostBase.get(key) ?? 0;
      const unserviced = wears("without service", served ? timing.life : timing.life / timing.factor);
      const after = Math.max(before, (1 - theirs) * wears("usual", timing.life) + theirs * unserviced);
      lostBase.set(key, after);
      const ahead = (timing.additions / 12) * timing.bought * noticeOf(id, k, begin);
      return Math.max(0, 1 - (1 - (before + after) / 2) * (1 + ahead));
    }
    const month = (begin + end) / 2;
    const past = Math.max(0, month - since);
    const banned = measuresOf(id, k).some((each) => each.withheld === 1 && force({ ...each, repair: null }, [begin, end]) > 0);
    const due = timing.mode === "consumable" || timing.renewal === 0 || banned ? 1 : Math.min(1, past / timing.renewal);
    const lack = Math.max(0, Math.min(1, withheld * due + physical) - saved);
    const left = timing.stock + timing.bought * noticeOf(id, k, begin) - (used.get(key) ?? 0);
    if (lack === 0 || left <= 0) return lack / (1 - saved);
    const [length, monthsLeft] = knownEnd(id, k, begin) ?? [timing.expected, Number.POSITIVE_INFINITY];
    const care = timing.rationing * length;
    const covered = Math.min(lack, left / width, care === 0 ? lack : Math.max(rationed(left, lack, width, care), left / monthsLeft));
    used.set(key, (used.get(key) ?? 0) + covered * width);
    return (lack - covered) / (1 - saved);
  };

  /** How long what hits a target lasts, and months of today's lack that are left, where users know: of the technology itself, else of all. */
  const knownEnd = (id: string, k: number, begin: number): readonly [number, number] | null => {
    const [own, all] = [measuresOf(id, k), story.measures.filter(({ targets: hit }) => hit.includes(k))];
    if (own.some((each) => endOf(each) === null)) return null;
    for (const here of [own, all]) {
      const ends = here.map(endOf);
      if (ends.length === 0 || ends.includes(null)) continue;
      const stretches = months.slice(0, -1).flatMap((from, s) => (from < begin ? [] : [[from, months[s + 1]!] as const]));
      const strongest = stretches.map(([from, to]) => Math.max(...here.map((each) => force(each, [from, to]))));
      if (strongest[0] === 0) continue;
      const last = months.at(-1)!;
      const later = here.map((each) => (force(each, [last, last]) * Math.max(0, endOf(each)! - last)) / (each.repair === null ? 1 : 2));
      const lacking = stretches.reduce((sum, [from, to], s) => sum + strongest[s]! * (to - from), Math.max(...later));
      return [Math.max(...(ends as number[])) - Math.min(...here.map(({ start }) => start)), lacking / strongest[0]!];
    }
    return null;
  };

  const steps = months.slice(0, -1).map((begin, s) => oneStep(begin, months[s + 1]!));
  return targets.map((_, k) => steps.map((countedAtOrigin) => countedAtOrigin[k]!));
}
