import { implement } from '@orpc/server';
import { contract } from '#client/contract.ts';
import { addLaneSet } from '#journey/server/add-lane-set.ts';
import { change } from '#journey/server/change.ts';
import { create as createMap } from '#journey/server/create.ts';
import { createSubMap } from '#journey/server/create-sub-map.ts';
import { exportFile } from '#journey/server/export.ts';
import { get as getMap } from '#journey/server/get.ts';
import { importFile } from '#journey/server/import.ts';
import { laneSets } from '#journey/server/lane-sets.ts';
import { list as listMaps } from '#journey/server/list.ts';
import { remove as removeMap } from '#journey/server/remove.ts';
import { removeLaneSet } from '#journey/server/remove-lane-set.ts';
import { replace } from '#journey/server/replace.ts';
import { restoreVersion } from '#journey/server/restore-version.ts';
import { saveVersion } from '#journey/server/save-version.ts';
import { createToBe } from '#journey/server/to-be.ts';
import { version } from '#journey/server/version.ts';
import { versions } from '#journey/server/versions.ts';
import { attributes } from '#measure/server/attributes.ts';
import { cancelImport } from '#measure/server/cancel-import.ts';
import {
  addDashboard,
  changeDashboard,
  dashboards,
  removeDashboard,
} from '#measure/server/dashboard/dashboards.ts';
import { eventKinds } from '#measure/server/event-kinds.ts';
import { identities } from '#measure/server/identity/identities.ts';
import { importIdentities } from '#measure/server/identity/import-identities.ts';
import { joinIdentities } from '#measure/server/identity/join-identities.ts';
import { undoIdentities } from '#measure/server/identity/undo-identities.ts';
import { drivers } from '#measure/server/impact/drivers.ts';
import { moments } from '#measure/server/impact/moments.ts';
import { outcome } from '#measure/server/impact/outcome.ts';
import { touchpoints } from '#measure/server/impact/touchpoints.ts';
import { importState } from '#measure/server/import-state.ts';
import { addIndicator } from '#measure/server/indicator/add-indicator.ts';
import { alertRoute, alerts, setAlertRoute } from '#measure/server/indicator/alerts.ts';
import { changeIndicator } from '#measure/server/indicator/change-indicator.ts';
import { indicator } from '#measure/server/indicator/indicator.ts';
import { indicators } from '#measure/server/indicator/indicators.ts';
import { removeIndicator } from '#measure/server/indicator/remove-indicator.ts';
import { indicatorGroups } from '#measure/server/indicator/tell-groups.ts';
import { measureMap } from '#measure/server/measure-map.ts';
import { flow } from '#measure/server/paths/flow.ts';
import { funnel } from '#measure/server/paths/funnel.ts';
import { journeys } from '#measure/server/paths/journeys.ts';
import { representatives } from '#measure/server/paths/representatives.ts';
import { timeline } from '#measure/server/paths/timeline.ts';
import { variants } from '#measure/server/paths/variants.ts';
import { wait } from '#measure/server/paths/wait.ts';
import { winning } from '#measure/server/paths/winning.ts';
import { previewEvents } from '#measure/server/preview-events.ts';
import { proposeMap } from '#measure/server/propose-map.ts';
import { removeSource } from '#measure/server/remove-source.ts';
import { report } from '#measure/server/report/report.ts';
import { reportPdf } from '#measure/server/report/report-pdf.ts';
import { setJourneyRule } from '#measure/server/set-journey-rule.ts';
import { source } from '#measure/server/source.ts';
import { sources } from '#measure/server/sources.ts';
import { startImport } from '#measure/server/start-import.ts';
import { addPicture } from '#persona/server/add-picture.ts';
import { addQuizQuestion } from '#persona/server/add-quiz-question.ts';
import { addSegment } from '#persona/server/add-segment.ts';
import { answerQuiz } from '#persona/server/answer-quiz.ts';
import { booklet } from '#persona/server/booklet.ts';
import { bookletPages } from '#persona/server/booklet-pages.ts';
import { change as changePersona } from '#persona/server/change.ts';
import { changeQuizQuestion } from '#persona/server/change-quiz-question.ts';
import { changeSegment } from '#persona/server/change-segment.ts';
import { attributeList } from '#persona/server/contacts/attribute-list.ts';
import { attributions } from '#persona/server/contacts/attributions.ts';
import { calibrateModel } from '#persona/server/contacts/calibrate-model.ts';
import { contactTable } from '#persona/server/contacts/contact-table.ts';
import { cancelContactImport, contactImportState } from '#persona/server/contacts/import-state.ts';
import { contactList } from '#persona/server/contacts/list.ts';
import { contactLists } from '#persona/server/contacts/lists.ts';
import { previewContacts } from '#persona/server/contacts/preview-contacts.ts';
import { removeContactList } from '#persona/server/contacts/remove-list.ts';
import { sendAttribution } from '#persona/server/contacts/send-attribution.ts';
import { startContactImport } from '#persona/server/contacts/start-import.ts';
import { create as createPersona } from '#persona/server/create.ts';
import { deliverable } from '#persona/server/deliverable.ts';
import { deliverablePages } from '#persona/server/deliverable-pages.ts';
import { addDetectionModel } from '#persona/server/detection/add-model.ts';
import { attributeAnswers } from '#persona/server/detection/attribute-answers.ts';
import { changeDetectionModel } from '#persona/server/detection/change-model.ts';
import { findModel } from '#persona/server/detection/find-model.ts';
import { detectionModels } from '#persona/server/detection/models.ts';
import { removeDetectionModel } from '#persona/server/detection/remove-model.ts';
import { writeDetectionModel } from '#persona/server/detection/write-model.ts';
import { discoveries } from '#persona/server/discovery/discoveries.ts';
import { cancelDiscovery, discovery, removeDiscovery } from '#persona/server/discovery/discovery-state.ts';
import { keepPersonas } from '#persona/server/discovery/keep-personas.ts';
import { readCustomers } from '#persona/server/discovery/read-customers.ts';
import { startDiscovery } from '#persona/server/discovery/start-discovery.ts';
import { exportFile as exportPersona } from '#persona/server/export.ts';
import { get as getPersona } from '#persona/server/get.ts';
import { importFile as importPersona } from '#persona/server/import.ts';
import { list as listPersonas } from '#persona/server/list.ts';
import { picture } from '#persona/server/picture.ts';
import { chooseQuestions } from '#persona/server/questionnaire/choose-questions.ts';
import {
  addQuestionnaire,
  questionnaire,
  questionnaires,
  removeQuestionnaire,
} from '#persona/server/questionnaire/questionnaires.ts';
import { quiz } from '#persona/server/quiz.ts';
import { quizQuestions } from '#persona/server/quiz-questions.ts';
import { quizScore } from '#persona/server/quiz-score.ts';
import { remove as removePersona } from '#persona/server/remove.ts';
import { removeQuizQuestion } from '#persona/server/remove-quiz-question.ts';
import { removeSegment } from '#persona/server/remove-segment.ts';
import { replace as replacePersona } from '#persona/server/replace.ts';
import { restoreVersion as restorePersona } from '#persona/server/restore-version.ts';
import { saveVersion as savePersonaVersion } from '#persona/server/save-version.ts';
import { segments } from '#persona/server/segments.ts';
import { setShares } from '#persona/server/set-shares.ts';
import { shares } from '#persona/server/shares.ts';
import { uses } from '#persona/server/uses.ts';
import { version as personaVersion } from '#persona/server/version.ts';
import { versions as personaVersions } from '#persona/server/versions.ts';
import { cancelSurveyImport } from '#voice/server/cancel-survey-import.ts';
import { previewSurvey } from '#voice/server/preview-survey.ts';
import { proposeSurveyMap } from '#voice/server/propose-survey-map.ts';
import { removeSurvey } from '#voice/server/remove-survey.ts';
import { startSurveyImport } from '#voice/server/start-survey-import.ts';
import { survey } from '#voice/server/survey.ts';
import { surveyImportState } from '#voice/server/survey-import-state.ts';
import { surveyScores } from '#voice/server/survey-scores.ts';
import { surveys } from '#voice/server/surveys.ts';
import { updateSurvey } from '#voice/server/update-survey.ts';
import { create as createWorkspace } from '#workspace/server/create.ts';
import { get as getWorkspace } from '#workspace/server/get.ts';
import { list as listWorkspaces } from '#workspace/server/list.ts';
import { update as updateWorkspace } from '#workspace/server/update.ts';
import { handle, type RequestContext, requirePermission } from './handle.ts';

const endpoints = implement(contract)
  .$context<RequestContext>()
  .use(({ next, procedure }) => {
    requirePermission(procedure['~orpc'].meta);
    return next();
  });

/** Endpoint → handler, whole: an endpoint without its handler does not compile. */
export const router = endpoints.router({
  workspace: {
    list: endpoints.workspace.list.handler(handle(listWorkspaces)),
    create: endpoints.workspace.create.handler(handle(createWorkspace)),
    get: endpoints.workspace.get.handler(handle(getWorkspace)),
    update: endpoints.workspace.update.handler(handle(updateWorkspace)),
    // Loaded when asked: a start does not wait for the words of the simulator.
    seedDemonstration: endpoints.workspace.seedDemonstration.handler(
      handle(async (world, input: { customers?: number | undefined }) => {
        const { seedDemonstration } = await import('./seed/demonstration.ts');
        return seedDemonstration(world, input);
      }),
    ),
  },
  persona: {
    list: endpoints.persona.list.handler(handle(listPersonas)),
    create: endpoints.persona.create.handler(handle(createPersona)),
    import: endpoints.persona.import.handler(handle(importPersona)),
    get: endpoints.persona.get.handler(handle(getPersona)),
    export: endpoints.persona.export.handler(handle(exportPersona)),
    replace: endpoints.persona.replace.handler(handle(replacePersona)),
    change: endpoints.persona.change.handler(handle(changePersona)),
    remove: endpoints.persona.remove.handler(handle(removePersona)),
    uses: endpoints.persona.uses.handler(handle(uses)),
    versions: endpoints.persona.versions.handler(handle(personaVersions)),
    saveVersion: endpoints.persona.saveVersion.handler(handle(savePersonaVersion)),
    version: endpoints.persona.version.handler(handle(personaVersion)),
    restoreVersion: endpoints.persona.restoreVersion.handler(handle(restorePersona)),
    addPicture: endpoints.persona.addPicture.handler(handle(addPicture)),
    picture: endpoints.persona.picture.handler(handle(picture)),
    deliverable: endpoints.persona.deliverable.handler(handle(deliverable)),
    deliverablePages: endpoints.persona.deliverablePages.handler(handle(deliverablePages)),
    booklet: endpoints.persona.booklet.handler(handle(booklet)),
    bookletPages: endpoints.persona.bookletPages.handler(handle(bookletPages)),
    segments: endpoints.persona.segments.handler(handle(segments)),
    addSegment: endpoints.persona.addSegment.handler(handle(addSegment)),
    changeSegment: endpoints.persona.changeSegment.handler(handle(changeSegment)),
    removeSegment: endpoints.persona.removeSegment.handler(handle(removeSegment)),
    shares: endpoints.persona.shares.handler(handle(shares)),
    setShares: endpoints.persona.setShares.handler(handle(setShares)),
    quiz: endpoints.persona.quiz.handler(handle(quiz)),
    answerQuiz: endpoints.persona.answerQuiz.handler(handle(answerQuiz)),
    quizScore: endpoints.persona.quizScore.handler(handle(quizScore)),
    quizQuestions: endpoints.persona.quizQuestions.handler(handle(quizQuestions)),
    addQuizQuestion: endpoints.persona.addQuizQuestion.handler(handle(addQuizQuestion)),
    changeQuizQuestion: endpoints.persona.changeQuizQuestion.handler(handle(changeQuizQuestion)),
    removeQuizQuestion: endpoints.persona.removeQuizQuestion.handler(handle(removeQuizQuestion)),
    detectionModels: endpoints.persona.detectionModels.handler(handle(detectionModels)),
    detectionModel: endpoints.persona.detectionModel.handler(handle(findModel)),
    addDetectionModel: endpoints.persona.addDetectionModel.handler(handle(addDetectionModel)),
    writeDetectionModel: endpoints.persona.writeDetectionModel.handler(handle(writeDetectionModel)),
    changeDetectionModel: endpoints.persona.changeDetectionModel.handler(handle(changeDetectionModel)),
    removeDetectionModel: endpoints.persona.removeDetectionModel.handler(handle(removeDetectionModel)),
    attributeAnswers: endpoints.persona.attributeAnswers.handler(handle(attributeAnswers)),
    contactLists: endpoints.persona.contactLists.handler(handle(contactLists)),
    contactList: endpoints.persona.contactList.handler(handle(contactList)),
    contactTable: endpoints.persona.contactTable.handler(handle(contactTable)),
    removeContactList: endpoints.persona.removeContactList.handler(handle(removeContactList)),
    previewContacts: endpoints.persona.previewContacts.handler(handle(previewContacts)),
    importContacts: endpoints.persona.importContacts.handler(handle(startContactImport)),
    contactImportState: endpoints.persona.contactImportState.handler(handle(contactImportState)),
    cancelContactImport: endpoints.persona.cancelContactImport.handler(handle(cancelContactImport)),
    attributeList: endpoints.persona.attributeList.handler(handle(attributeList)),
    attributions: endpoints.persona.attributions.handler(handle(attributions)),
    calibrateModel: endpoints.persona.calibrateModel.handler(handle(calibrateModel)),
    sendAttribution: endpoints.persona.sendAttribution.handler(handle(sendAttribution)),
    readCustomers: endpoints.persona.readCustomers.handler(handle(readCustomers)),
    discoveries: endpoints.persona.discoveries.handler(handle(discoveries)),
    startDiscovery: endpoints.persona.startDiscovery.handler(handle(startDiscovery)),
    discovery: endpoints.persona.discovery.handler(handle(discovery)),
    cancelDiscovery: endpoints.persona.cancelDiscovery.handler(handle(cancelDiscovery)),
    removeDiscovery: endpoints.persona.removeDiscovery.handler(handle(removeDiscovery)),
    keepPersonas: endpoints.persona.keepPersonas.handler(handle(keepPersonas)),
    chooseQuestions: endpoints.persona.chooseQuestions.handler(handle(chooseQuestions)),
    questionnaires: endpoints.persona.questionnaires.handler(handle(questionnaires)),
    addQuestionnaire: endpoints.persona.addQuestionnaire.handler(handle(addQuestionnaire)),
    questionnaire: endpoints.persona.questionnaire.handler(handle(questionnaire)),
    removeQuestionnaire: endpoints.persona.removeQuestionnaire.handler(handle(removeQuestionnaire)),
  },
  journey: {
    laneSets: endpoints.journey.laneSets.handler(handle(laneSets)),
    addLaneSet: endpoints.journey.addLaneSet.handler(handle(addLaneSet)),
    removeLaneSet: endpoints.journey.removeLaneSet.handler(handle(removeLaneSet)),
    list: endpoints.journey.list.handler(handle(listMaps)),
    create: endpoints.journey.create.handler(handle(createMap)),
    import: endpoints.journey.import.handler(handle(importFile)),
    get: endpoints.journey.get.handler(handle(getMap)),
    export: endpoints.journey.export.handler(handle(exportFile)),
    replace: endpoints.journey.replace.handler(handle(replace)),
    change: endpoints.journey.change.handler(handle(change)),
    toBe: endpoints.journey.toBe.handler(handle(createToBe)),
    createSubMap: endpoints.journey.createSubMap.handler(handle(createSubMap)),
    remove: endpoints.journey.remove.handler(handle(removeMap)),
    versions: endpoints.journey.versions.handler(handle(versions)),
    saveVersion: endpoints.journey.saveVersion.handler(handle(saveVersion)),
    version: endpoints.journey.version.handler(handle(version)),
    restoreVersion: endpoints.journey.restoreVersion.handler(handle(restoreVersion)),
  },
  measure: {
    sources: endpoints.measure.sources.handler(handle(sources)),
    source: endpoints.measure.source.handler(handle(source)),
    removeSource: endpoints.measure.removeSource.handler(handle(removeSource)),
    setJourneyRule: endpoints.measure.setJourneyRule.handler(handle(setJourneyRule)),
    identities: endpoints.measure.identities.handler(handle(identities)),
    joinIdentities: endpoints.measure.joinIdentities.handler(handle(joinIdentities)),
    importIdentities: endpoints.measure.importIdentities.handler(handle(importIdentities)),
    undoIdentities: endpoints.measure.undoIdentities.handler(handle(undoIdentities)),
    eventKinds: endpoints.measure.eventKinds.handler(handle(eventKinds)),
    attributes: endpoints.measure.attributes.handler(handle(attributes)),
    previewEvents: endpoints.measure.previewEvents.handler(handle(previewEvents)),
    startImport: endpoints.measure.startImport.handler(handle(startImport)),
    importState: endpoints.measure.importState.handler(handle(importState)),
    cancelImport: endpoints.measure.cancelImport.handler(handle(cancelImport)),
    proposeMap: endpoints.measure.proposeMap.handler(handle(proposeMap)),
    measureMap: endpoints.measure.measureMap.handler(handle(measureMap)),
    flow: endpoints.measure.flow.handler(handle(flow)),
    variants: endpoints.measure.variants.handler(handle(variants)),
    funnel: endpoints.measure.funnel.handler(handle(funnel)),
    wait: endpoints.measure.wait.handler(handle(wait)),
    winning: endpoints.measure.winning.handler(handle(winning)),
    representatives: endpoints.measure.representatives.handler(handle(representatives)),
    journeys: endpoints.measure.journeys.handler(handle(journeys)),
    timeline: endpoints.measure.timeline.handler(handle(timeline)),
  },
  indicator: {
    indicators: endpoints.indicator.indicators.handler(handle(indicators)),
    indicator: endpoints.indicator.indicator.handler(handle(indicator)),
    addIndicator: endpoints.indicator.addIndicator.handler(handle(addIndicator)),
    changeIndicator: endpoints.indicator.changeIndicator.handler(handle(changeIndicator)),
    indicatorGroups: endpoints.indicator.indicatorGroups.handler(handle(indicatorGroups)),
    removeIndicator: endpoints.indicator.removeIndicator.handler(handle(removeIndicator)),
    alerts: endpoints.indicator.alerts.handler(handle(alerts)),
    alertRoute: endpoints.indicator.alertRoute.handler(handle(alertRoute)),
    setAlertRoute: endpoints.indicator.setAlertRoute.handler(handle(setAlertRoute)),
  },
  impact: {
    outcome: endpoints.impact.outcome.handler(handle(outcome)),
    drivers: endpoints.impact.drivers.handler(handle(drivers)),
    moments: endpoints.impact.moments.handler(handle(moments)),
    touchpoints: endpoints.impact.touchpoints.handler(handle(touchpoints)),
  },
  dashboard: {
    dashboards: endpoints.dashboard.dashboards.handler(handle(dashboards)),
    addDashboard: endpoints.dashboard.addDashboard.handler(handle(addDashboard)),
    changeDashboard: endpoints.dashboard.changeDashboard.handler(handle(changeDashboard)),
    removeDashboard: endpoints.dashboard.removeDashboard.handler(handle(removeDashboard)),
  },
  report: {
    report: endpoints.report.report.handler(handle(report)),
    reportPdf: endpoints.report.reportPdf.handler(handle(reportPdf)),
  },
  voice: {
    surveys: endpoints.voice.surveys.handler(handle(surveys)),
    survey: endpoints.voice.survey.handler(handle(survey)),
    updateSurvey: endpoints.voice.updateSurvey.handler(handle(updateSurvey)),
    removeSurvey: endpoints.voice.removeSurvey.handler(handle(removeSurvey)),
    previewSurvey: endpoints.voice.previewSurvey.handler(handle(previewSurvey)),
    importSurvey: endpoints.voice.importSurvey.handler(handle(startSurveyImport)),
    surveyImportState: endpoints.voice.surveyImportState.handler(handle(surveyImportState)),
    cancelSurveyImport: endpoints.voice.cancelSurveyImport.handler(handle(cancelSurveyImport)),
    surveyScores: endpoints.voice.surveyScores.handler(handle(surveyScores)),
    proposeSurveyMap: endpoints.voice.proposeSurveyMap.handler(handle(proposeSurveyMap)),
  },
});
